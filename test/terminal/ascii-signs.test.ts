import { describe, expect, test } from 'vitest';
import { inAscii } from '../../src/terminal/ascii-signs.ts';
import { safeLine } from '../../src/terminal/safe-text.ts';
import { widthOf } from '../../src/terminal/width.ts';

describe('a terminal of plain characters', () => {
  test('gets quotes, dashes, arrows and ellipses in ASCII', () => {
    expect(inAscii(safeLine('“Sam’s” – a – … → ✓ ▸ ·'))).toBe('"Sam\'s" - a - ~ > + > .');
  });

  test('gets rows of the same width, so that nothing shifts', () => {
    const row = safeLine('▸ “one” │ two\nthree \u202e…');
    expect(widthOf(inAscii(row))).toBe(widthOf(row));
  });

  test('gets letters as they are: a name is never rewritten', () => {
    expect(inAscii(safeLine('Amra Hodžić, สมชาย ใจดี'))).toBe('Amra Hodžić, สมชาย ใจดี');
  });
});
