import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import type { TodayScope } from '../../src/desk/today.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import { Ended, Lines } from '../../src/plain/lines.ts';
import { Telling } from '../../src/plain/telling.ts';
import { askToday, type TodayReply } from '../../src/plain/today.ts';
import { millis } from '../../src/rules/values.ts';
import { aMorning, nineTwelve } from '../desk/a-morning.ts';
import { withClock } from '../desk/at-the-desk.ts';
import { openSampleDesk } from './sample-desk.ts';

const atNine = async (): Promise<Desk> => withClock(await openSampleDesk(), millis(nineTwelve));

/** Tells the page to somebody who types these lines. */
async function asked(
  desk: Desk,
  typed: readonly string[],
  scope: TodayScope = {},
): Promise<{ readonly reply: TodayReply | 'ended'; readonly told: string }> {
  const input = new PassThrough();
  const output = new PassThrough();
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const lines = new Lines({ input, output });
  input.end(typed.map((line) => `${line}\n`).join(''));
  const reply = await askToday(new Telling(voice, lines), desk, scope).catch((error: unknown) => {
    if (error instanceof Ended) return 'ended' as const;
    throw error;
  });
  lines.release();
  return { reply, told: String(output.read() ?? '') };
}

/** The morning of the sketch. */
async function inTheMorning(): Promise<Desk> {
  const desk = await atNine();
  await aMorning(desk);
  return desk;
}

test('the page is told in numbered lines under the headings that have any, and what can be typed', async () => {
  const { told } = await asked(await inTheMorning(), []);
  expect(told.split('\n')).toEqual([
    'Today, Saturday 21 November 2026, 09:12.',
    'Late:',
    '  1. C-1001, Б. Болдбаатар: promised for yesterday 17:00 (Mongolian): refund. Next: tell them',
    'Due next:',
    '  2. C-1002, Νίκος Αλεξίου: call back 10:30, in 1 h 18 (Greek): about the repair. Next: call',
    '  3. C-1003, Maria Petrova: answer by 16:40, in 7 h 28. Next: resolve',
    'Asked for, not decided:',
    '  4. C-1005, Amra Hodžić: discount, 30 %, asked by Lejla 42 min ago (Bosnian). Next: decide',
    'Waiting for them:',
    '  5. C-1004, สมชาย ใจดี: photo of the label, by yesterday 12:00 (Thai). Next: remind',
    'Not finished:',
    '  6. C-1006, no name given: stopped 08:55 at step 1: In their own words; also answer by 18:55. Next: go on',
    'Which? (1-6, n new, s search, l list, m mine, r reports, q quit, h help) ',
  ]);
});

test('a number, a part of a name or a reference opens a complaint, with what comes next about it (P11, P29)', async () => {
  const desk = await inTheMorning();
  const replies = [];
  for (const typed of ['2', 'maria', '6', 'C-1003', '1003', '#1003']) {
    replies.push((await asked(desk, [typed])).reply);
  }
  const reference = { kind: 'open', id: 1003 };
  expect(replies).toEqual([
    { kind: 'open', id: 1002, next: 'called' },
    { kind: 'open', id: 1003, next: 'resolve' },
    { kind: 'open', id: 1006, next: 'resume' },
    reference,
    reference,
    reference,
  ]);
});

test('a letter or its word goes elsewhere', async () => {
  const desk = await inTheMorning();
  const replies = [];
  for (const typed of ['n', 'new', 's', 's late kettle', '/search', 'l owner:me', 'm', '', 'q']) {
    replies.push((await asked(desk, [typed])).reply);
  }
  expect(replies).toEqual([
    { kind: 'new' },
    { kind: 'new' },
    { kind: 'search', text: '' },
    { kind: 'search', text: 'late kettle' },
    { kind: 'search', text: '' },
    { kind: 'list', text: 'owner:me' },
    { kind: 'scope' },
    { kind: 'again' },
    { kind: 'quit' },
  ]);
});

test('what is not on the page is told, and asked again', async () => {
  const { reply, told } = await asked(await inTheMorning(), ['9', 'what', 'h', '1']);
  expect(reply).toMatchObject({ kind: 'open', id: 1001 });
  expect(told).toContain('There is no 9 on this page, and no complaint C-9.');
  expect(told).toContain('“what” is nothing on this page; h tells what can be typed.');
  expect(told).toContain('m: what is mine, or everybody’s.');
});

test('an empty page is good news, and says what to type; the end of the input ends it', async () => {
  const desk = await atNine();
  const empty = await asked(desk, []);
  expect(empty.reply).toBe('ended');
  expect(empty.told).toContain('Nothing is waiting. Press n when the phone rings.');
  const mine = await asked(desk, [], { mine: true });
  expect(mine.told).toContain('Nothing of yours is waiting. m shows everybody’s');
  expect(mine.told).toContain('m everybody’s, ');
});
