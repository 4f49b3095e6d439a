import type { EmulatedTerminal } from './emulated-terminal.ts';

/** How long to wait for something to show, in milliseconds, where a test does not say. */
export const patience = 10_000;

/** @returns whether a screen's text has the wanted text in it, or fits the wanted pattern */
export const isShown = (text: string, wanted: string | RegExp): boolean =>
  // A pattern with the g flag would remember where it was: search never does.
  typeof wanted === 'string' ? text.includes(wanted) : text.search(wanted) !== -1;

const said = (wanted: string | RegExp): string =>
  typeof wanted === 'string' ? JSON.stringify(wanted) : String(wanted);

export const neverShown = (wanted: string | RegExp, within: number): string =>
  `The screen did not show ${said(wanted)} within ${within} ms.`;

export const stillShown = (unwanted: string | RegExp, within: number): string =>
  `The screen still showed ${said(unwanted)} after ${within} ms.`;

/** @returns the screen drawn in a frame of its own size, for messages */
export function picture(screen: EmulatedTerminal): string {
  const rule = '─'.repeat(screen.columns);
  const lines = screen.lines().map((line) => `│${line}`);
  return [`┌${rule} ${screen.columns}x${screen.rows}`, ...lines, `└${rule}`].join('\n');
}

const names: Readonly<Record<string, string>> = { '\u001b': '␛', '\r': '␍', '\n': '␊\n' };

/** @returns raw output with every control character made visible; a line feed still ends a line */
export const visible = (raw: string): string =>
  raw.replace(
    /[\u0000-\u001f\u007f-\u009f]/g,
    (control) => names[control] ?? `⟨${control.charCodeAt(0).toString(16).padStart(2, '0')}⟩`,
  );
