import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import { Ended, Lines } from '../../src/plain/lines.ts';
import { listInLines } from '../../src/plain/list.ts';
import { readListEntry } from '../../src/plain/list-commands.ts';
import { searchInLines } from '../../src/plain/search.ts';
import { deskWith } from '../screens/list/many-complaints.ts';

type Reading<Choice> = (
  desk: Desk,
  voice: Parameters<typeof listInLines>[1],
  lines: Lines,
) => Promise<Choice>;

/** Types lines one after the other and hangs up. @returns where it led, and all that was printed */
async function typing<Choice>(
  desk: Desk,
  read: Reading<Choice>,
  typed: readonly string[],
): Promise<{ readonly choice: Choice | 'ended'; readonly printed: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const lines = new Lines({ input, output });
  let printed = '';
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8');
  });
  input.end(typed.map((line) => `${line}\n`).join(''));
  const choice = await read(desk, voice, lines).catch((error: unknown) => {
    if (error instanceof Ended) return 'ended' as const;
    throw error;
  });
  lines.release();
  await new Promise((resolve) => output.end(resolve));
  return { choice, printed };
}

const list: Reading<unknown> = (desk, voice, lines) => listInLines(desk, voice, lines);

it('the list is read a page at a time, and a number opens its line', async () => {
  const { choice, printed } = await typing(await deskWith(25), list, ['', 'more', '', '2']);
  expect(printed).toContain('1 to 10 of 25 complaints.');
  expect(printed).toContain('  1. C-1025, Amra Hodžić, closed, kettle');
  expect(printed).toContain('21 to 25 of 25 complaints.');
  expect(printed).toContain('There are no more.');
  expect(choice).toEqual({ kind: 'open', id: 1004 });
});

it('pages can be gone through from the other end as well', async () => {
  const typed = ['last', 'before', 'before', 'before', 'first', 'back'];
  const { choice, printed } = await typing(await deskWith(25), list, typed);
  const places = printed.match(/\d+ to \d+ of 25/g);
  expect(places).toEqual([
    '1 to 10 of 25',
    '16 to 25 of 25',
    '6 to 15 of 25',
    '1 to 5 of 25',
    '1 to 10 of 25',
  ]);
  expect(printed).toContain('There are none before these.');
  expect(choice).toEqual({ kind: 'back' });
});

it('a filter, an order and columns of one’s own are there without a screen too', async () => {
  const desk = await deskWith(25);
  const { printed } = await typing(desk, list, [
    'filter stage:closed',
    'filter stge:open',
    'sort due',
    'sort phone',
    'columns reference phone',
    'filter',
    'quit',
  ]);
  expect(printed).toContain('1 to 5 of 5 complaints.');
  expect(printed).toContain('Nothing is filtered by “stge:”.');
  expect(printed).toContain('  1. C-1005, Amra Hodžić');
  expect(printed).toContain('A list can be sorted by: reference, due, opened, updated.');
  expect(printed).toContain('  1. C-1005, +387 33 123 456');
  expect(printed).toContain('1 to 10 of 25 complaints.');
  expect(await desk.store.read.setting('list.columns.Sam')).toBe('reference phone');
});

it('what is no command is told, and costs nothing', async () => {
  const { choice, printed } = await typing(await deskWith(3), list, ['stage', '7', 'h', 'C-1002']);
  expect(printed).toContain('“stage” is no command here; h tells which there are.');
  expect(printed).toContain('There is no line 7 here.');
  expect(printed).toContain('filter and words, stage:open');
  expect(choice).toEqual({ kind: 'open', id: 1002 });
});

it.each([
  ['#1042', { kind: 'open', id: 1042 }],
  ['3', { kind: 'line', n: 3 }],
  ['/ broken kettle', { kind: 'search', text: 'broken kettle' }],
  ['SORT opened back', { kind: 'sort', by: 'opened', turned: true }],
  ['columns reference, words', { kind: 'columns', names: ['reference', 'words'] }],
  ['columns nothing', { kind: 'unknown', text: 'columns nothing' }],
  ['new', { kind: 'new' }],
])('%j is understood as it is meant', (typed, entry) => {
  expect(readListEntry(typed)).toEqual(entry);
});

it('a search in lines numbers customers and complaints, each with what was said', async () => {
  const desk = await deskWith(10);
  const search: Reading<unknown> = (...seat) => searchInLines(...seat);
  const { choice, printed } = await typing(desk, search, [
    'hodzic',
    'xyzzy',
    'миров',
    'βραστ',
    '2',
  ]);
  expect(printed).toContain('1. Customer Amra Hodžić, +387 33 123 456, 2 complaints');
  expect(printed).toContain('2. C-1010, Amra Hodžić, today 08:03: Amra Hodžić');
  expect(printed).toContain('Nothing has all of that.');
  expect(printed).toContain('1. C-1007, Νίκος Αλεξίου, today 05:03: Ο βραστήρας έσπασε.');
  expect(choice).toEqual({ kind: 'open', id: 1002 });
});

it('a customer who is found leads to a list of theirs, and Enter goes back', async () => {
  const desk = await deskWith(10);
  const search: Reading<unknown> = (...seat) => searchInLines(...seat);
  const found = await typing(desk, search, ['petrova', '1']);
  expect(found.choice).toEqual({ kind: 'list', filter: 'customer:1' });
  expect((await typing(desk, search, [''])).choice).toEqual({ kind: 'back' });
});

it('what a customer wrote is read out in safe signs', async () => {
  const desk = await deskWith(1);
  await desk.store.transact((tx) =>
    tx.updateComplaint(1001, { product: '\u001b[2Jkettle\u0007\nC-1 paid' }),
  );
  const { printed } = await typing(desk, list, ['back']);
  expect(printed).not.toContain('\u001b');
  expect(printed).toContain('␛[2Jkettle␇↵C-1 paid');
});
