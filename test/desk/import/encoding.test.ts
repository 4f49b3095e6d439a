import { describe, expect, test } from 'vitest';
import { bytesOf, decode } from '../../../src/desk/import/decode.ts';
import { type Encoding, encodingNamed, findEncoding } from '../../../src/desk/import/encoding.ts';

const texts: readonly (readonly [Encoding, string])[] = [
  ['windows-1251', 'име;оплакване\nМария Петрова;Чайникът пристигна счупен, искам нов.\n'],
  ['windows-1251', 'нэр,гомдол\nБат,Хүргэлт хоцорсон тул мөнгөө буцааж авъя.\n'],
  ['windows-1253', 'όνομα;παράπονο\nΝίκος;Η παραγγελία έφτασε σπασμένη και θέλω τα χρήματά μου.\n'],
  ['windows-874', 'ชื่อ,เรื่อง\nสมชาย,สินค้าชำรุด ต้องการคืนเงิน\n'],
  [
    'windows-1250',
    'ime;pritužba\nAmina Hodžić;Račun je pogrešan, tražim povrat novca. Đorđe, Čelić, šećer.\n',
  ],
  [
    'windows-1252',
    'nom;réclamation\nChloé;La théière est arrivée cassée, à mon grand regret. Garçon, Größe.\n',
  ],
];

/** @returns a text in the bytes of an old code page, by asking the decoder about each byte. */
function encoded(text: string, encoding: Encoding): Uint8Array {
  const letters = new TextDecoder(encoding).decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  const bytes = new Map([...letters].map((letter, byte) => [letter, byte] as const));
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? 0x3f);
}

async function decoded(bytes: Uint8Array, encoding: Encoding, size = 3): Promise<string> {
  const pieces = async function* () {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  };
  let text = '';
  for await (const piece of decode(pieces(), encoding)) text += piece;
  return text;
}

describe('the encoding of a file', () => {
  test.each(texts)('%s is found by the words it makes, and read back', async (encoding, text) => {
    const bytes = encoded(text, encoding);
    const readable = new TextDecoder(encoding).decode(bytes);
    expect(findEncoding(bytes)).toEqual({ encoding, mark: 0 });
    expect(await decoded(bytes, encoding)).toBe(readable);
  });

  test.each(texts)('UTF-8 is UTF-8, whatever else %s would make of it', (_, text) => {
    expect(findEncoding(Buffer.from(text))).toEqual({ encoding: 'utf-8', mark: 0 });
  });

  test('a byte order mark says it, and is no text', () => {
    expect(findEncoding(Buffer.from('\ufeffa,b'))).toEqual({ encoding: 'utf-8', mark: 3 });
    expect(findEncoding(Buffer.from('\ufeffa,b', 'utf16le'))).toEqual({
      encoding: 'utf-16le',
      mark: 2,
    });
    expect(findEncoding(Buffer.from('\ufeffa,b', 'utf16le').swap16())).toEqual({
      encoding: 'utf-16be',
      mark: 2,
    });
  });

  test('UTF-16 without a mark is known by its zeros', async () => {
    const bytes = Buffer.from('name,words\nMaria,late again\n', 'utf16le');
    expect(findEncoding(bytes).encoding).toBe('utf-16le');
    expect(await decoded(bytes, 'utf-16le')).toBe('name,words\nMaria,late again\n');
    const big = Buffer.from(bytes).swap16();
    expect(findEncoding(big).encoding).toBe('utf-16be');
    expect(await decoded(big, 'utf-16be')).toBe('name,words\nMaria,late again\n');
  });

  test('a character cut in half here and there leaves UTF-8 what it is, and comes back as its bytes', async () => {
    const whole = Buffer.from('Мария, Петрова, чайник, счупен, искам нов\n');
    const bytes = Buffer.concat([whole, whole.subarray(0, 3), Buffer.from('\n')]);
    expect(findEncoding(bytes).encoding).toBe('utf-8');
    for (const size of [1, 2, 3, 1000]) {
      const text = await decoded(bytes, 'utf-8', size);
      expect(text.isWellFormed()).toBe(false);
      expect(Buffer.from(bytesOf(text))).toEqual(bytes);
    }
  });

  test.each([
    ['cp1251', 'windows-1251'],
    ['1253', 'windows-1253'],
    ['Windows-874', 'windows-874'],
    ['TIS-620', 'windows-874'],
    ['UTF8', 'utf-8'],
    ['utf-16', 'utf-16le'],
    ['koi8', undefined],
  ])('%s is a name of %s', (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding);
  });
});
