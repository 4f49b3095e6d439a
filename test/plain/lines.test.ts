import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Ended, Lines } from '../../src/plain/lines.ts';
import { openLines } from '../../src/plain/open-lines.ts';
import type { SafeText } from '../../src/terminal/safe-text.ts';

const NONE = '' as SafeText;

function open(): { input: PassThrough; output: PassThrough; lines: Lines } {
  const input = new PassThrough();
  const output = new PassThrough();
  output.resume();
  return { input, output, lines: new Lines({ input, output }) };
}

describe('lines from a keyboard or a pipe', () => {
  test('a letter that arrives in two halves is one letter', async () => {
    const { input, lines } = open();
    const bytes = Buffer.from('กา\n');
    input.write(bytes.subarray(0, 2));
    input.write(bytes.subarray(2));
    expect(await lines.ask(NONE)).toBe('กา');
  });

  test('only a line feed ends a line; the other separators belong to what was said', async () => {
    const { input, lines } = open();
    input.write('one\u2028two\u0085three\r\nfour\n');
    expect(await lines.ask(NONE)).toBe('one\u2028two\u0085three');
    expect(await lines.ask(NONE)).toBe('four');
  });

  test('a last line without its end still counts', async () => {
    const { input, lines } = open();
    input.end('one\ntwo');
    expect(await lines.ask(NONE)).toBe('one');
    expect(await lines.ask(NONE)).toBe('two');
    await expect(lines.ask(NONE)).rejects.toMatchObject({ how: 'left' });
  });

  test('thousands of lines at once are all there, in order', async () => {
    const { input, lines } = open();
    const many = Array.from({ length: 20_000 }, (_, n) => `line ${n}`);
    input.end(`${many.join('\n')}\n`);
    const read: string[] = [];
    for (let n = 0; n < many.length; n += 1) read.push(await lines.ask(NONE));
    expect(read).toEqual(many);
  });

  test('an output that is closed ends it quietly', async () => {
    const { output, lines } = open();
    const asked = lines.ask(NONE);
    output.destroy(new Error('EPIPE'));
    await expect(asked).rejects.toBeInstanceOf(Ended);
    lines.print('nobody reads this' as SafeText);
  });

  test('an input that was closed before it began is nobody there', async () => {
    const input = new PassThrough();
    input.destroy();
    const lines = new Lines({ input, output: new PassThrough() });
    await expect(lines.ask(NONE)).rejects.toMatchObject({ how: 'left' });
  });

  test('a line as long as a terminal passes on may have lost its end, one from a pipe has not', () => {
    const terminal = Object.assign(new PassThrough(), { isTTY: true });
    const typed = new Lines({ input: terminal, output: new PassThrough() });
    expect(typed.mayBeCut('x'.repeat(4095))).toBe(true);
    expect(typed.mayBeCut('ก'.repeat(1365))).toBe(true);
    expect(typed.mayBeCut('x'.repeat(4000))).toBe(false);
    expect(open().lines.mayBeCut('x'.repeat(5000))).toBe(false);
  });

  test('Ctrl+C before it begins cancels it', async () => {
    const signal = AbortSignal.abort();
    const lines = new Lines({ input: new PassThrough(), output: new PassThrough(), signal });
    await expect(lines.ask(NONE)).rejects.toMatchObject({ how: 'cancelled' });
  });

  test('a terminal of plain characters gets plain quotes and dashes, and every letter', async () => {
    const input = new PassThrough();
    const output = new PassThrough({ encoding: 'utf8' });
    const lines = new Lines({ input, output, unicode: false });
    lines.print('“Amra Hodžić” – found…' as SafeText);
    expect(output.read()).toBe('"Amra Hodžić" - found~');
  });
});

describe('lines on a terminal', () => {
  const told = async (text: string, columns?: number): Promise<string> => {
    const output = Object.assign(new PassThrough(), columns === undefined ? {} : { columns });
    const lines = await openLines({ input: new PassThrough(), output });
    lines.print(text as SafeText);
    return String(output.read());
  };

  test('are broken at their words, under where they begin', async () => {
    expect(await told('  1. the parcel came too late\n', 24)).toBe(
      '  1. the parcel came too\n  late\n',
    );
  });

  test('end a prompt with its blank, behind which there is room to type', async () => {
    expect(await told('What to do [1-3, b back, q quit]: ', 25)).toBe(
      'What to do [1-3, b back,\nq quit]: ',
    );
  });

  test('are broken at the words of Thai, which has no blanks', async () => {
    const text = 'กาต้มน้ำแตกตอนมาถึงและลูกค้าต้องการเงินคืน';
    const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)];
    const ends = new Set(words.map(({ segment, index }) => index + segment.length));
    const [first = '', ...others] = (await told(text, 24)).split('\n');
    expect(others).not.toEqual([]);
    expect(ends).toContain(first.length);
  });

  test('keep an address in one piece, whatever it takes', async () => {
    const address = '/home/ana/.local/share/amends/reports/causes.html';
    expect(await told(`It is in ${address}`, 30)).toBe(`It is in\n${address}`);
  });

  test('are left as they are where nothing has columns, as in a pipe', async () => {
    const text = 'Nothing here is broken, however long it is and whoever reads it.\n';
    expect(await told(text)).toBe(text);
  });
});
