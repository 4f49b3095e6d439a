/** Ink drawn into an emulated terminal, keys as bytes in, what a person would see out. */

import { PassThrough } from 'node:stream';
import xterm from '@xterm/headless';
import { render } from 'ink';
import type { ReactNode } from 'react';

export interface FakeTerminal {
  /** Sends bytes as a terminal would and waits until everything they caused is drawn. */
  send(bytes: string): Promise<void>;
  /** The rows of the screen, blanks at their ends cut off. */
  rows(): string[];
  /** Where the terminal's cursor stands, from 0. */
  cursor(): { readonly x: number; readonly y: number };
  /** Waits until everything is drawn. */
  settle(): Promise<void>;
  redraw(node: ReactNode): Promise<void>;
  close(): void;
}

/** @returns an Ink program running in a terminal of so many columns and rows. */
export async function fakeTerminal(
  node: ReactNode,
  columns: number,
  rows: number,
): Promise<FakeTerminal> {
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const stdout = Object.assign(new PassThrough(), { columns, rows, isTTY: true });
  let drawn = 0;
  stdout.on('data', (bytes: Buffer) => {
    drawn += bytes.length;
    screen.write(bytes.toString().replaceAll('\n', '\r\n'));
  });
  const stdin = Object.assign(new PassThrough({ encoding: 'utf8' }), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
  const app = render(node, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 1000,
  });

  const settle = async () => {
    let seen = -1;
    while (seen !== drawn) {
      seen = drawn;
      // Ink holds a lone escape back for 20 ms, in case more of a sequence follows.
      await new Promise((done) => setTimeout(done, 40));
    }
    await app.waitUntilRenderFlush();
    await new Promise<void>((done) => screen.write('', done));
  };
  await settle();
  return {
    settle,
    send: async (bytes) => {
      stdin.write(bytes);
      await settle();
    },
    rows: () =>
      Array.from({ length: rows }, (_, row) =>
        (screen.buffer.active.getLine(row)?.translateToString() ?? '').trimEnd(),
      ),
    cursor: () => ({ x: screen.buffer.active.cursorX, y: screen.buffer.active.cursorY }),
    redraw: async (next) => {
      app.rerender(next);
      await settle();
    },
    close: () => app.unmount(),
  };
}
