import { isUtf8 } from 'node:buffer';
import { characterAt, type Encoding, unfinished } from './encoding.ts';

/**
 * Makes text of bytes without losing any. A byte that is no character stays in the text as half a
 * surrogate pair, U+DC80 to U+DCFF for bytes 80 to FF, which no text has: so the row it is in can be
 * refused by name, and given back as it was (`bytesOf`).
 * @param pieces the bytes of a file, its byte order mark left out
 */
export async function* decode(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string, void> {
  if (encoding === 'utf-8') return yield* decodeUtf8(pieces);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return yield* decodeWide(pieces, encoding === 'utf-16be');
  }
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
}

async function* decodeUtf8(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = bytes.length - unfinished(bytes);
    rest = bytes.slice(end);
    yield utf8Text(bytes.subarray(0, end));
  }
  if (rest.length > 0) yield utf8Text(rest);
}

function utf8Text(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return viewOf(bytes).toString('utf8');
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = characterAt(bytes, at);
    if (length === 0) {
      text += viewOf(bytes.subarray(from, at)).toString('utf8');
      text += String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
      from = at + 1;
    }
    at += Math.max(1, length);
  }
  return text + viewOf(bytes.subarray(from)).toString('utf8');
}

/** Half a pair comes out of Node's own decoding as it is. */
async function* decodeWide(
  pieces: AsyncIterable<Uint8Array>,
  swap: boolean,
): AsyncGenerator<string, void> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    const end = bytes.length - (bytes.length % 2);
    rest = bytes.subarray(end);
    const whole = bytes.subarray(0, end);
    yield (swap ? whole.swap16() : whole).toString('utf16le');
  }
  // A last byte without its other half.
  if (rest.length > 0) yield '\udcff';
}

/**
 * @returns the text in UTF-8; what was no character in a file of UTF-8 is the byte that it was
 */
export function bytesOf(text: string): Uint8Array {
  if (text.isWellFormed()) return Buffer.from(text, 'utf8');
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { index, 0: half } of text.matchAll(/(?<![\ud800-\udbff])[\udc80-\udcff]/g)) {
    pieces.push(Buffer.from(text.slice(from, index), 'utf8'));
    pieces.push(Uint8Array.of(half.charCodeAt(0) - 0xdc00));
    from = index + 1;
  }
  pieces.push(Buffer.from(text.slice(from), 'utf8'));
  return Buffer.concat(pieces);
}

const viewOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
