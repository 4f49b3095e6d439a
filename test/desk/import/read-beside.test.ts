import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../../src/desk/import/decode.ts';
import type { Mapping } from '../../../src/desk/import/mapping.ts';
import { prepareImport } from '../../../src/desk/import/prepare-import.ts';
import { readBeside, readHere } from '../../../src/desk/import/read-rows.ts';
import type { ReadingFacts } from '../../../src/desk/import/reading-facts.ts';
import type { RowRead } from '../../../src/desk/import/row-reader.ts';
import { openSampleDesk } from '../../support/sample-record.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const mapping: Mapping = {
  source: 'other-desk',
  id: ['id'],
  fields: {
    received_at: { columns: ['at'] },
    words: { columns: ['words'] },
    customer_id: { columns: ['who'] },
    customer_name: { columns: ['who'] },
    customer_phone: { columns: ['phone'] },
  },
  zone: 'Europe/Sofia',
  rest: 'keep',
};

/** Days first and days that could be months, numbers with and without a country, a blank row, a byte that is none. */
const csv = bytesOf(
  [
    'id,at,words,who,phone,kept',
    '1,31/03/2025 09:00,"Late, ""again""\nand cold",Нина,0888 123 456,x',
    '2,02/03/2025 09:00,ส่งของผิด,Нина,0888 123 456,',
    ',,,,,',
    '3,40/03/2025,no such day,Ion,,',
    '4,02/03/2025,a byte that is none: \udcc3,Ion,,',
    '5,03/03/2025 10:30,Cold,Ion,+40 21 310 7070,y',
    '6,03/03/2025,one cell too many,Ion,,,z',
    '7,29/03/2025 16:00,Too late,Ana,,',
    '',
  ].join('\n'),
);

const inPieces = (bytes: Uint8Array, size: number) => ({
  size: bytes.length,
  async *open() {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  },
});

async function factsOf(): Promise<ReadingFacts> {
  const desk = await openSampleDesk(temporaryFolder());
  const said = { mapping, encoding: 'utf-8', delimiter: ',' } as const;
  const prepared = await prepareImport(desk, inPieces(csv, 50), said);
  await desk.store.close();
  if ('fault' in prepared) throw new Error(prepared.fault);
  return prepared.facts;
}

async function rowsIn(read: ReturnType<typeof readHere>) {
  const rows = [];
  let far = 0;
  for await (const { rows: some, bytes } of read) {
    rows.push(...some.map(withTexts));
    far = bytes;
  }
  return { rows, far };
}

/** Bytes as the text that they are: what carries them is not the same in both. */
const withTexts = (read: RowRead) => {
  if (read.kind !== 'ready') return read;
  const { raw, state, search, ...ready } = read.ready;
  const texts = [state, search].map((bytes) => Buffer.from(bytes).toString());
  return { kind: read.kind, ready: { ...ready, raw: [...raw], texts } };
};

describe('a long file that a second thread reads', () => {
  test.each([7, 90, 100_000])(
    'brings the same rows, and rejects the same, in pieces of %i bytes',
    async (size) => {
      const facts = await factsOf();
      const here = await rowsIn(readHere(inPieces(csv, size), facts));
      expect(here.rows.map(({ kind }) => kind)).toEqual([
        'ready',
        'ready',
        'refused',
        'refused',
        'ready',
        'refused',
        'ready',
      ]);
      const beside = await rowsIn(readBeside(inPieces(csv, size), facts));
      expect(beside).toEqual(here);
      expect(beside.far).toBe(csv.length);
    },
    30_000,
  );

  test('loses no row and brings none twice when the thread is lost on its way', async () => {
    const facts = await factsOf();
    const whole = await rowsIn(readHere(inPieces(csv, 60), facts));
    // The thread gets a mapping that nothing can be read by once Ion's number comes.
    const spoilt: Mapping = JSON.parse(
      JSON.stringify(mapping).replace('["phone"]', '["phone"],"values":{"+40 21 310 7070":""}'),
      (key, value) => (key.startsWith('+40') ? 5n : value),
    );
    let asked = 0;
    const handed = {
      ...facts,
      get mapping() {
        asked++;
        return asked === 1 ? spoilt : mapping;
      },
    };
    const beside = await rowsIn(readBeside(inPieces(csv, 60), handed));
    expect(asked).toBeGreaterThan(1);
    expect(beside.rows).toEqual(whole.rows);
  }, 30_000);

  test('says what is wrong with the file as ever, and leaves no thread behind', async () => {
    const gone = {
      size: csv.length,
      async *open() {
        yield csv.subarray(0, 100);
        throw new Error('the disk is gone');
      },
    };
    const facts = await factsOf();
    await expect(rowsIn(readBeside(gone, facts))).rejects.toThrow('the disk is gone');
    for await (const { rows } of readBeside(inPieces(csv, 60), facts)) {
      expect(rows.length).toBeLessThan(7);
      break;
    }
  }, 30_000);
});
