import xterm from '@xterm/headless';
import { clusterWidths } from './cell-widths.ts';

/** A colour as it was asked for: the terminal's own, one of its palette of 256, or `#rrggbb`. */
export type CellColour = 'default' | number | `#${string}`;

/** One cell of the screen. A wide character sits in the first of its two cells (width 2, then 0). */
export interface Cell {
  readonly char: string;
  readonly width: number;
  readonly foreground: CellColour;
  readonly background: CellColour;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly inverse: boolean;
}

/** Where the next character goes: cells from the left, rows from the top, both from 0. */
export interface Cursor {
  readonly x: number;
  readonly y: number;
  readonly visible: boolean;
}

/** A screen without glass: takes the bytes a program writes and tells what a person would see. */
export interface EmulatedTerminal {
  readonly columns: number;
  readonly rows: number;
  /** Takes output; resolves when it is on the screen. A string is text, bytes are UTF-8. */
  write(output: string | Uint8Array): Promise<void>;
  /** Resolves when everything written so far is on the screen. */
  settled(): Promise<void>;
  /** The rows in view, from the top, blanks at their ends cut. */
  lines(): string[];
  /** The rows in view as one text, empty rows at the end cut. */
  text(): string;
  cursor(): Cursor;
  /** @throws RangeError outside the screen */
  cell(x: number, y: number): Cell;
  /** Whether the row is the overflow of the row above it. */
  isWrapped(y: number): boolean;
  /** Rows that went off the top since this screen was entered, resized or wiped. */
  scrolledRows(): number;
  /** Whether the program is on the screen that leaves the shell's own lines alone. */
  isAlternate(): boolean;
  /** Whether the program asked for pasted text to be marked as such. */
  wantsMarkedPaste(): boolean;
  /**
   * What the output did beyond drawing, in order: `title NAME`, `bell`, `clipboard`, `link`,
   * `notification`, `palette`, `device string`. Text from a customer must never cause any.
   */
  sideEffects(): readonly string[];
  /** Calls back with the terminal's own answers, to be sent to the program as input. */
  onReply(listener: (reply: string) => void): void;
  resize(columns: number, rows: number): void;
  dispose(): void;
}

/** Operating system commands (OSC) that reach beyond the screen, by their number. */
const reachingCommands: ReadonlyArray<readonly [command: number, effect: string]> = [
  [4, 'palette'],
  [8, 'link'],
  [9, 'notification'],
  [10, 'palette'],
  [11, 'palette'],
  [52, 'clipboard'],
  [777, 'notification'],
];

/** Device control strings (DCS): settings asked for, capabilities asked for, pictures, key macros. */
const deviceStrings = [
  { intermediates: '$', final: 'q' },
  { intermediates: '+', final: 'q' },
  { final: 'q' },
  { final: '|' },
];

const hex = (value: number): `#${string}` => `#${value.toString(16).padStart(6, '0')}`;

export interface EmulatedTerminalOptions {
  /** Size in cells. */
  readonly columns: number;
  readonly rows: number;
  /**
   * Whether a line feed also returns to the left edge. A program's terminal device does that before
   * the terminal sees it (termios ONLCR), so it is wanted only where there is no device between.
   */
  readonly returnsAtLineFeed?: boolean;
}

/** Opens an emulated terminal (xterm) with the cell widths of a present-day one. */
export function emulateTerminal(options: EmulatedTerminalOptions): EmulatedTerminal {
  const terminal = new xterm.Terminal({
    allowProposedApi: true,
    cols: options.columns,
    rows: options.rows,
    convertEol: options.returnsAtLineFeed ?? false,
  });
  terminal.unicode.register(clusterWidths);
  terminal.unicode.activeVersion = clusterWidths.version;

  let last = Promise.resolve();
  let scrolled = 0;
  let cursorVisible = true;
  const effects: string[] = [];

  terminal.onScroll(() => {
    scrolled += 1;
  });
  terminal.buffer.onBufferChange(() => {
    scrolled = 0;
  });
  terminal.onTitleChange((title) => effects.push(`title ${title}`));
  terminal.onBell(() => effects.push('bell'));
  for (const [command, effect] of reachingCommands) {
    terminal.parser.registerOscHandler(command, () => {
      effects.push(effect);
      return false;
    });
  }
  // `CSI ? 25 h` and `l` show and hide the cursor; xterm does not tell, so listen along.
  for (const final of ['h', 'l']) {
    terminal.parser.registerCsiHandler({ prefix: '?', final }, (params) => {
      if (params.includes(25)) cursorVisible = final === 'h';
      return false;
    });
  }
  // What went off the top before a wipe belongs to an older frame. `CSI J` wipes from the cursor
  // on, and so the whole screen from its first cell: that is how Ink begins a full frame.
  terminal.parser.registerCsiHandler({ final: 'J' }, ([part]) => {
    const { cursorX, cursorY } = terminal.buffer.active;
    if (part === 2 || part === 3 || (part === 0 && cursorX === 0 && cursorY === 0)) scrolled = 0;
    return false;
  });
  for (const deviceString of deviceStrings) {
    terminal.parser.registerDcsHandler(deviceString, () => {
      effects.push('device string');
      return false;
    });
  }

  const lineAt = (y: number) => {
    const buffer = terminal.buffer.active;
    return buffer.getLine(buffer.baseY + y);
  };
  const lines = (): string[] =>
    Array.from({ length: terminal.rows }, (_, y) =>
      (lineAt(y)?.translateToString(false) ?? '').replace(/ +$/, ''),
    );

  return {
    get columns() {
      return terminal.cols;
    },
    get rows() {
      return terminal.rows;
    },
    write(output) {
      last = new Promise((done) => terminal.write(output, done));
      return last;
    },
    settled: () => last,
    lines,
    text: () => lines().join('\n').replace(/\n+$/, ''),
    cursor: () => ({
      x: terminal.buffer.active.cursorX,
      y: terminal.buffer.active.cursorY,
      visible: cursorVisible,
    }),
    cell(x, y) {
      const cell = y < terminal.rows ? lineAt(y)?.getCell(x) : undefined;
      if (cell === undefined) throw new RangeError(`there is no cell ${x}, ${y} on this screen`);
      const colour = (isDefault: boolean, isRgb: boolean, value: number): CellColour => {
        if (isDefault) return 'default';
        return isRgb ? hex(value) : value;
      };
      return {
        char: cell.getChars(),
        width: cell.getWidth(),
        foreground: colour(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
        background: colour(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
        bold: cell.isBold() !== 0,
        dim: cell.isDim() !== 0,
        italic: cell.isItalic() !== 0,
        underline: cell.isUnderline() !== 0,
        strikethrough: cell.isStrikethrough() !== 0,
        inverse: cell.isInverse() !== 0,
      };
    },
    isWrapped: (y) => lineAt(y)?.isWrapped ?? false,
    scrolledRows: () => scrolled,
    isAlternate: () => terminal.buffer.active.type === 'alternate',
    wantsMarkedPaste: () => terminal.modes.bracketedPasteMode,
    sideEffects: () => effects,
    onReply(listener) {
      terminal.onData(listener);
    },
    resize(columns, rows) {
      terminal.resize(columns, rows);
      scrolled = 0;
    },
    dispose: () => terminal.dispose(),
  };
}
