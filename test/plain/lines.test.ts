import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Ended, Lines } from '../../src/plain/lines.ts';
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
