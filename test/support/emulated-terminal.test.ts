import { describe, expect, it } from 'vitest';
import { emulateTerminal } from './emulated-terminal.ts';
import { frameFaults } from './tidy-frame.ts';

const screen = (columns = 40, rows = 6) => emulateTerminal({ columns, rows });

/** The column at which a mark lands that was written behind a text. */
async function columnBehind(text: string): Promise<number> {
  const terminal = screen();
  await terminal.write(text);
  return terminal.cursor().x;
}

describe('an emulated terminal', () => {
  it('shows what was written, without the blanks at the ends of lines', async () => {
    const terminal = screen();
    await terminal.write('Maria Petrova   \r\n\r\nkettle  ');
    expect(terminal.lines()).toEqual(['Maria Petrova', '', 'kettle', '', '', '']);
    expect(terminal.text()).toBe('Maria Petrova\n\nkettle');
  });

  it.each([
    ['Thai with marks above and SARA AM', 'น้ำ', 2],
    ['Thai words', 'กาต้มน้ำ', 6],
    ['Chinese', '水壶', 4],
    ['half-width Japanese', 'ﾊﾝ', 2],
    ['Korean', '주전자', 6],
    ['an emoji', '😡', 2],
    ['a family of four', '👨‍👩‍👧‍👦', 2],
    ['a skin tone', '👍🏽', 2],
    ['a flag', '🇹🇭', 2],
    ['two flags', '🇹🇭🇧🇬', 4],
    ['a heart drawn as text', '❤', 1],
    ['a heart drawn as an emoji', '❤️', 2],
    ['a keycap', '1️⃣', 2],
    ['a letter with its accent apart', 'cafe\u0301', 4],
    ['a tick', '✓', 1],
  ])('gives %s the cells that a terminal gives it', async (_name, text, cells) => {
    expect(await columnBehind(text)).toBe(cells);
  });

  it('keeps a cluster in one cell, with an empty one behind it when it is wide', async () => {
    const terminal = screen();
    await terminal.write('👩🏽‍🚒!');
    expect(terminal.cell(0, 0)).toMatchObject({ char: '👩🏽‍🚒', width: 2 });
    expect(terminal.cell(1, 0).width).toBe(0);
    expect(terminal.cell(2, 0).char).toBe('!');
  });

  it('tells the colours and the weight of a cell', async () => {
    const terminal = screen();
    await terminal.write('\u001b[1;7;31ma\u001b[0;2;38;2;1;2;255;48;5;240mb\u001b[0mc');
    expect(terminal.cell(0, 0)).toMatchObject({ foreground: 1, bold: true, inverse: true });
    expect(terminal.cell(1, 0)).toMatchObject({
      foreground: '#0102ff',
      background: 240,
      dim: true,
      bold: false,
    });
    expect(terminal.cell(2, 0)).toMatchObject({ foreground: 'default', background: 'default' });
    expect(() => terminal.cell(40, 0)).toThrow(RangeError);
  });

  it('knows the alternate screen, the hidden cursor and the wish for marked pastes', async () => {
    const terminal = screen();
    await terminal.write('shell\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[3;5H');
    expect(terminal.isAlternate()).toBe(true);
    expect(terminal.wantsMarkedPaste()).toBe(true);
    expect(terminal.cursor()).toEqual({ x: 4, y: 2, visible: false });
    await terminal.write('\u001b[?25h\u001b[?1049l');
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.text()).toBe('shell');
    expect(terminal.cursor().visible).toBe(true);
  });

  it('answers when a program asks where the cursor is', async () => {
    const terminal = screen();
    const replies: string[] = [];
    terminal.onReply((reply) => replies.push(reply));
    await terminal.write('ab\u001b[6n');
    expect(replies).toEqual(['\u001b[1;3R']);
  });

  it('notices what output does beyond the screen', async () => {
    const terminal = screen();
    await terminal.write('quiet \u001b[31mtext');
    expect(terminal.sideEffects()).toEqual([]);
    await terminal.write('\u001b]0;paid\u0007\u0007\u001b]52;c;eA==\u0007\u001bP$qm\u001b\\');
    expect(terminal.sideEffects()).toEqual(['title paid', 'bell', 'clipboard', 'device string']);
  });
});

describe('a tidy frame', () => {
  async function faultsOf(output: string, columns = 12, rows = 4): Promise<string[]> {
    const terminal = emulateTerminal({ columns, rows });
    await terminal.write(`\u001b[?1049h${output}`);
    return frameFaults(terminal);
  }

  it('fills the whole screen and no more', async () => {
    expect(
      await faultsOf('┌──────────┐\r\n│ น้ำ 👍🏽    │\r\n└──────────┘\r\nabcdefghijkl'),
    ).toEqual([]);
  });

  it('has no line that runs over the edge', async () => {
    expect(await faultsOf('thirteen cells')).toEqual(['row 2 is the overflow of the row above it']);
  });

  it('has no more rows than the screen', async () => {
    expect(await faultsOf('1\r\n2\r\n3\r\n4\r\n5\r\n6')).toEqual([
      '2 rows scrolled off the top of the screen',
    ]);
  });

  it('is judged by itself, not by the frame that it wiped', async () => {
    expect(await faultsOf('1\r\n2\r\n3\r\n4\r\n5\u001b[2J\u001b[Hsmaller')).toEqual([]);
    expect(await faultsOf('1\r\n2\r\n3\r\n4\r\n5\u001b[1;1H\u001b[Jsmaller')).toEqual([]);
  });

  it('has borders that stand under each other', async () => {
    expect(await faultsOf('┌────┐\r\n│ ab  │\r\n└────┘')).toEqual([
      'the right side of the box at column 1, row 1 is broken',
    ]);
    expect(await faultsOf('┌────┐\r\nx    │\r\n└────┘')).toEqual([
      'the left side of the box at column 1, row 1 is broken',
    ]);
    expect(await faultsOf('╭─────')).toEqual([
      'the box at column 1, row 1 has no top right corner',
    ]);
  });

  it('shows no remains of what could not be printed', async () => {
    expect(await faultsOf('a\ufffdb\r\n[31mred')).toEqual([
      'row 1 shows a control or replacement character',
      'row 2 shows the remains of an escape sequence',
    ]);
  });
});
