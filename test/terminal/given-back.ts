import type { EmulatedTerminal } from '../support/emulated-terminal.ts';
import type { TerminalSession } from '../support/pseudo-terminal.ts';

/** What would be left wrong in a shell after a program that drew on the whole screen. */
export function leftBehind(terminal: EmulatedTerminal): string[] {
  return [
    ...(terminal.isAlternate() ? ['the alternate screen'] : []),
    ...(terminal.cursor().visible ? [] : ['a hidden cursor']),
    ...(terminal.wantsMarkedPaste() ? ['marked pastes'] : []),
  ];
}

const ESC = '\u001b';

/**
 * Pairs of modes that a program turns on and off again: the alternate screen, marked pastes, mouse
 * reports, focus reports, and the keyboard protocol of kitty.
 */
const modes: readonly (readonly [on: string, off: string])[] = [
  [`${ESC}[?1049h`, `${ESC}[?1049l`],
  [`${ESC}[?2004h`, `${ESC}[?2004l`],
  [`${ESC}[?25l`, `${ESC}[?25h`],
  [`${ESC}[?1000h`, `${ESC}[?1000l`],
  [`${ESC}[?1003h`, `${ESC}[?1003l`],
  [`${ESC}[?1004h`, `${ESC}[?1004l`],
  [`${ESC}[>1u`, `${ESC}[<u`],
];

/** @returns the modes that were turned on and never off again, as the raw output has them */
export function modesLeftOn(session: TerminalSession): string[] {
  const raw = session.raw();
  return modes
    .filter(([on, off]) => raw.lastIndexOf(on) > raw.lastIndexOf(off))
    .map(([on]) => on.slice(1));
}
