import fc from 'fast-check';
import unicodeWidth from 'string-width';
import { expect, test } from 'vitest';
import stringWidth from '../../src/terminal/string-width.ts';

test('every single character up to U+FFFF is as wide as string-width says', () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const text = `a${String.fromCharCode(code)}b`;
    expect(stringWidth(text), code.toString(16)).toBe(unicodeWidth(text));
  }
});

test('texts in any script, with emoji and styles in them, are as wide as string-width says', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Maria',
      'Ново',
      'Ελλάδα',
      'Đorđe',
      'น้ำ',
      '👨‍👩‍👧',
      '↔️',
      '▸ ',
      '─',
      '“…”',
      'e\u0301',
    ),
    fc.constantFrom('\u001b[1m', '\u001b[22m', '\u001b[38;5;12m', '\u001b]8;;x\u0007'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(stringWidth(text)).toBe(unicodeWidth(text));
    }),
  );
});
