import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A piece of a member, in UTF-8. */
type Pieces = AsyncIterable<string> | Iterable<string>;

/** A file in the archive. */
export interface ZipMember {
  readonly name: string;
  readonly pieces: Pieces;
}

/** The largest that a member of an archive without the 64-bit extension may be, in bytes. */
const LARGEST = 0xffff_ffff;

/** A member is larger than an archive takes. */
export class MemberTooLarge extends Error {}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * Writes a ZIP archive from its first byte to its last, so that no member is ever held whole: what is
 * known of a member only at its end stands behind it (APPNOTE 6.3.10, general purpose bit 3).
 * @returns pieces of the archive
 * @throws MemberTooLarge for a member of 4 GB
 */
export async function* zipBytes(members: readonly ZipMember[]): AsyncGenerator<Uint8Array, void> {
  const written: Written[] = [];
  let at = 0;
  for (const { name, pieces } of members) {
    const begin = at;
    const header = localHeader(Buffer.from(name));
    yield header;
    at += header.length;
    const sums = { crc: 0, size: 0 };
    let packed = 0;
    for await (const bytes of deflated(pieces, sums)) {
      packed += bytes.length;
      yield bytes;
    }
    const tail = descriptor({ crc: sums.crc, packed, size: sums.size });
    yield tail;
    at += packed + tail.length;
    if (at > LARGEST) throw new MemberTooLarge(name);
    written.push({ name: Buffer.from(name), crc: sums.crc, packed, size: sums.size, at: begin });
  }
  const directory = Buffer.concat(written.map(centralHeader));
  yield directory;
  yield endOfDirectory(written.length, directory.length, at);
}

async function* deflated(
  pieces: Pieces,
  sums: { crc: number; size: number },
): AsyncGenerator<Buffer, void> {
  // Sheets are so repetitive that the fastest level is nearly as small as the usual one.
  const pack = createDeflateRaw({ level: 1 });
  const fed = (async () => {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      if (sums.size > LARGEST) throw new MemberTooLarge();
      if (!pack.write(bytes)) await once(pack, 'drain');
    }
    pack.end();
  })();
  // Whoever reads on learns of it, and so does whoever feeds.
  fed.catch((error) => pack.destroy(error));
  for await (const bytes of pack) yield bytes as Buffer;
  await fed;
}

/** Sizes come behind the bytes (bit 3), names are UTF-8 (bit 11), packed by deflate (8). */
const flags = 0x0808;
const method = 8;
const version = 20;
/** 1 January 1980, the first day there is: the same record gives the same bytes on any day. */
const day = 0x0021;

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(day, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor({ crc, packed, size }: Pick<Written, 'crc' | 'packed' | 'size'>): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x0807_4b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function centralHeader({ name, crc, packed, size, at }: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(version, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(day, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(at, 42);
  return Buffer.concat([header, name]);
}

function endOfDirectory(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
