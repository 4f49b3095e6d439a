import type { SafeText } from '../terminal/safe-text.ts';
import { wrap } from '../terminal/wrap.ts';

/** Below it there is more breaking than text; in columns. */
const NARROWEST = 20;

/**
 * Breaks lines at words where a terminal would break them within one. What follows a break stands
 * under what comes before it, and a blank at the end stays: behind it somebody types. A word wider
 * than a line is left to the terminal, so that an address or a path is copied in one piece.
 * @param columns of the terminal
 */
export function brokenLines(text: SafeText, columns: number): SafeText {
  if (columns < NARROWEST) return text;
  return text
    .split('\n')
    .map((line) => brokenLine(line, columns))
    .join('\n') as SafeText;
}

function brokenLine(line: string, columns: number): string {
  const [indent = ''] = /^ */.exec(line) ?? [];
  const [end = ''] = / *$/.exec(line.slice(indent.length)) ?? [];
  const body = line.slice(indent.length, line.length - end.length);
  const room = columns - indent.length - end.length;
  if (room < NARROWEST) return line;
  return indent + wrap(body, room, { breaksWords: false }).join(`\n${indent}`) + end;
}
