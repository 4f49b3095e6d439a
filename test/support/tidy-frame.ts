import type { EmulatedTerminal } from './emulated-terminal.ts';
import { patience, picture } from './shown.ts';
import { waitUntil } from './wait-until.ts';

/** Corners and sides of the boxes that terminals draw, light, heavy, double and rounded. */
const topLeft = /^[┌╭┏╔]$/;
const topRight = /^[┐╮┓╗]$/;
const bottomLeft = /^[└╰┗╚]$/;
const bottomRight = /^[┘╯┛╝]$/;
const side = /^[│┃║├┤┣┫╠╣┼╋╬]$/;

/** Characters that a screen never shows: replacement marks, controls and the remains of escapes. */
const stray = /[\u{FFFD}\u{0}-\u{1F}\u{7F}-\u{9F}]/u;
const escapeRemains = /\[\??\d+(?:;\d+)*[A-Za-z]|\]\d+;/;

/** @returns the row where the side below a corner ends in the wanted corner, or undefined */
function rowOfCornerBelow(
  screen: EmulatedTerminal,
  x: number,
  top: number,
  corner: RegExp,
): number | undefined {
  for (let y = top + 1; y < screen.rows; y += 1) {
    const { char } = screen.cell(x, y);
    if (corner.test(char)) return y;
    if (!side.test(char)) return undefined;
  }
  return undefined;
}

function* brokenBoxes(screen: EmulatedTerminal): Generator<string> {
  for (let y = 0; y < screen.rows; y += 1) {
    for (let x = 0; x < screen.columns; x += 1) {
      if (!topLeft.test(screen.cell(x, y).char)) continue;
      let right = x + 1;
      while (right < screen.columns && !topRight.test(screen.cell(right, y).char)) right += 1;
      const where = `the box at column ${x + 1}, row ${y + 1}`;
      if (right === screen.columns) {
        yield `${where} has no top right corner`;
        continue;
      }
      const left = rowOfCornerBelow(screen, x, y, bottomLeft);
      const other = rowOfCornerBelow(screen, right, y, bottomRight);
      if (left === undefined) yield `the left side of ${where} is broken`;
      if (other === undefined) yield `the right side of ${where} is broken`;
      if (left !== undefined && other !== undefined && left !== other) {
        yield `the bottom corners of ${where} are not on one row`;
      }
    }
  }
}

function* faults(screen: EmulatedTerminal): Generator<string> {
  const lines = screen.lines();
  for (const [y, line] of lines.entries()) {
    const row = `row ${y + 1}`;
    if (screen.isWrapped(y)) yield `${row} is the overflow of the row above it`;
    if (stray.test(line)) yield `${row} shows a control or replacement character`;
    if (escapeRemains.test(line)) yield `${row} shows the remains of an escape sequence`;
  }
  if (screen.scrolledRows() > 0) {
    yield `${screen.scrolledRows()} rows scrolled off the top of the screen`;
  }
  yield* brokenBoxes(screen);
}

/**
 * What is untidy about the frame on a screen: a line that ran over the edge, rows pushed off the
 * top, a box whose border is shifted or open, control or replacement characters, remains of an
 * escape sequence.
 * @returns one sentence a fault, none when the frame is tidy
 */
export function frameFaults(screen: EmulatedTerminal): string[] {
  return [...faults(screen)];
}

/** @throws Error with every fault and the screen, unless the frame is tidy (see `frameFaults`) */
export function expectTidyFrame(screen: EmulatedTerminal): void {
  const found = frameFaults(screen);
  if (found.length === 0) return;
  const error = new Error(`The frame is not tidy:\n- ${found.join('\n- ')}\n${picture(screen)}`);
  Error.captureStackTrace(error, expectTidyFrame);
  throw error;
}

/**
 * For the moment after a window changed its size: the program hears of it a little later, and what it
 * drew until then was drawn for the old one.
 * @throws Error with the screen when it does not become tidy
 */
export async function expectTidySoon(screen: EmulatedTerminal): Promise<void> {
  await waitUntil(() => frameFaults(screen).length === 0, patience);
  expectTidyFrame(screen);
}
