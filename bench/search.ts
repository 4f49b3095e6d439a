import { performance } from 'node:perf_hooks';
import { searchRecord } from '../src/desk/search.ts';
import { similarTo } from '../src/desk/similar.ts';
import { foldLetters, foldQuery } from '../src/language/fold.ts';
import { type OpenedRecord, openRecordFile } from '../src/store/open-record.ts';
import type { RecordField } from '../src/store/record-fields.ts';
import { type Figure, median } from './measure.ts';

const ROUNDS = 21;
const NEWEST = 50;
/** How many complaints a step of the full scan reads. */
const STEP = 5000;

/** What is typed, by language: whole words and ones that are only begun, common ones and names. */
const typed: Readonly<Record<string, readonly string[]>> = {
  en: ['lamp', 'answered', 'nobod', 'lamp twice'],
  mn: ['дэнлүү', 'хайрцаг', 'илгээм', 'төлбөр буруу'],
  bg: ['пратката', 'скъсана', 'лампа', 'кутията беше'],
  el: ['δείγμα', 'κουτι', 'ΛΑΜΠΑ', 'σκισμενο λαθος'],
  bs: ['kutija', 'racun', 'posalj', 'javio lampa'],
  th: ['กล่อง', 'โคมไฟ', 'ไม่ทำงาน', 'ฉีก คืน'],
};

/** Stories to compare with, as they grow while they are typed. */
const stories: readonly { readonly words: string; readonly cause?: string }[] = [
  { words: 'the lamp does not work and the box was torn', cause: 'delivery/damaged' },
  { words: 'лампата не работи и кутията беше скъсана' },
  { words: 'โคมไฟไม่ทำงานกล่องฉีกขาด', cause: 'product/faulty' },
];

/**
 * Searching a million complaints and finding the like, inside the program.
 * @param million the path of the record
 */
export async function searching(million: string): Promise<readonly Figure[]> {
  const record = openRecordFile(million, 5000);
  try {
    return [...(await times(record)), await recall(record), await similar(record)];
  } finally {
    await record.close();
  }
}

async function times({ read }: OpenedRecord): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [language, texts] of Object.entries(typed)) {
    const took: number[] = [];
    for (const text of texts) took.push(await timed(() => searchRecord(read, text)));
    figures.push({
      what: `search, newest ${NEWEST} in their surroundings, ${language}, the slowest of ${texts.length}`,
      reference: '',
      value: Math.max(...took),
      unit: 'ms',
      atMost: 5,
    });
  }
  return figures;
}

/** The first run loads what a person who types has loaded a letter ago. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  await run();
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await run();
    took.push(performance.now() - started);
  }
  return median(took);
}

/** How many of those that have to be missed are missed: as a share of a hundred, at most two. */
async function recall(record: OpenedRecord): Promise<Figure> {
  let expected = 0;
  let found = 0;
  for (const text of Object.values(typed).flat()) {
    const scanned = await scan(record, text);
    const hits = new Set(
      (await searchRecord(record.read, text, { limit: 4 * NEWEST })).map(({ id }) => id),
    );
    expected += scanned.length;
    found += scanned.filter((id) => hits.has(id as never)).length;
  }
  return {
    what: `found by a full scan of the newest and not by search (1 - recall), of ${expected}, in hundredths`,
    reference: '',
    value: expected === 0 ? 100 : 100 * (1 - found / expected),
    unit: 'x',
    atMost: 2,
  };
}

const scanned: readonly RecordField[] = (
  ['words', 'restated', 'product', 'done', 'resolution'] as const
).map((name) => ({ name, kind: 'text', sql: `c.${name}` }));

/** @returns the newest complaints that have every word, looked for in all of their text. */
async function scan({ read }: OpenedRecord, text: string): Promise<readonly number[]> {
  const words = foldQuery(text);
  const sort = { by: 'id', direction: 'desc' } as const;
  const newest: number[] = [];
  for (let after: number | undefined; newest.length < NEWEST; ) {
    const from = after === undefined ? {} : { after };
    const ids = await read.findComplaints({ filter: {}, sort, limit: STEP, ...from });
    if (ids.length === 0) break;
    const rows = await read.records(ids, scanned);
    for (const [at, row] of rows.entries()) {
      const said = Object.values(row)
        .filter((value) => value !== null)
        .join('\n');
      const id = ids[at];
      if (id !== undefined && words.every((word) => begins(foldLetters(said).text, word))) {
        newest.push(id);
      }
    }
    after = ids.at(-1);
  }
  return newest.slice(0, NEWEST);
}

/** Thai has its words anywhere; what else a word begins with stands behind no letter. */
function begins(text: string, word: string): boolean {
  if (/\p{Script=Thai}/u.test(word)) return text.includes(word);
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${word}`, 'u').test(text);
}

async function similar({ read }: OpenedRecord): Promise<Figure> {
  const took: number[] = [];
  for (const { words, ...rest } of stories) {
    for (const length of [words.length / 3, (2 * words.length) / 3, words.length]) {
      const question = { words: words.slice(0, length), product: 'lamp', ...rest };
      took.push(await timed(() => similarTo(read, question, 10)));
    }
  }
  return {
    what: `similar complaints while typing, the slowest of ${took.length}`,
    reference: '',
    value: Math.max(...took),
    unit: 'ms',
    atMost: 50,
  };
}
