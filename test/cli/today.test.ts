import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { isFault } from '../../src/cli/fault.ts';
import type { Settings } from '../../src/cli/settings.ts';
import { type TodayFlags, today } from '../../src/cli/today.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { AgentUnknown } from '../../src/desk/open-desk.ts';
import { createMessages } from '../../src/language/messages.ts';
import { aMorning, complaintOf, nineTwelve, promised } from '../desk/a-morning.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';

// The command goes by the machine's own clock.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: nineTwelve });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A desk on the morning of the sketch. */
async function inTheMorning(): Promise<Desk> {
  const desk = await openSampleDesk();
  await desk.store.transact((tx) => tx.putSetting('zone', desk.zone));
  await aMorning(desk);
  return desk;
}

/** Runs the command with its output in a pipe. */
async function ran(
  desk: Desk,
  flags: TodayFlags,
  settings: Partial<Settings> = {},
): Promise<{ readonly out: string; readonly notes: readonly string[] }> {
  const notes: string[] = [];
  let out = '';
  const stream = { isTTY: false };
  const context = {
    host: { env: {}, stdin: stream, stdout: stream, stderr: stream },
    settings: {
      db: { path: desk.store.path, named: true },
      as: undefined,
      language: 'en',
      playbook: undefined,
      colour: 0,
      input: true,
      accessible: false,
      quiet: false,
      busy: undefined,
      ...settings,
    },
    out: {
      write: async (data: string | Uint8Array) => {
        out += String(data);
      },
    },
    note: async (text: string) => {
      notes.push(text);
    },
    tell: async () => {},
    words: async () => createMessages('en'),
  } as unknown as Context;
  expect(await today(context, flags)).toBe(0);
  return { out, notes };
}

/** What is on a page as JSON. */
const recordsOf = async (
  desk: Desk,
  flags: TodayFlags = {},
  settings: Partial<Settings> = {},
): Promise<readonly Record<string, unknown>[]> =>
  JSON.parse((await ran(desk, { json: true, ...flags }, settings)).out);

test('a script gets every reason by itself, with its section and what to do next', async () => {
  const desk = await inTheMorning();
  const records = await recordsOf(desk);
  const leading = records.filter(({ leads }) => leads);
  expect(leading.map(({ section, reference }) => `${section} ${reference}`)).toEqual([
    'late C-1001',
    'due_next C-1002',
    'due_next C-1003',
    'asked C-1005',
    'waiting C-1004',
    'not_finished C-1006',
  ]);
  // What people read behind "also" is a record of its own.
  expect(records.filter(({ leads }) => !leads)).toMatchObject([
    { section: 'due_next', reference: 'C-1006', kind: 'answer', next: 'resume' },
  ]);
  expect(records.find(({ reference }) => reference === 'C-1001')).toEqual({
    section: 'late',
    reference: 'C-1001',
    customer: 'Б. Болдбаатар',
    kind: 'promise',
    what: 'refund',
    at: '2026-11-20T15:00:00.000Z',
    question: null,
    owner: 'Sam',
    next: 'promise-delay',
    language: 'mn',
    moved_to: null,
    asked_by: null,
    leads: true,
  });
  expect(records.find(({ reference }) => reference === 'C-1005')).toMatchObject({
    section: 'asked',
    kind: 'approval',
    what: 'discount',
    asked_by: 'Lejla',
    next: 'approve',
  });
});

test('a supervisor is asked to decide, by whoever says who they are (P21)', async () => {
  const records = await recordsOf(await inTheMorning(), {}, { as: 'Vera' });
  expect(records.find(({ kind }) => kind === 'approval')).toMatchObject({ section: 'to_decide' });
});

test('--mine is the page of whoever asks, --owner that of somebody else (P29)', async () => {
  const desk = await inTheMorning();
  const of = async (flags: TodayFlags, settings?: Partial<Settings>) =>
    [...new Set((await recordsOf(desk, flags, settings)).map(({ reference }) => reference))].sort();
  expect(await of({ mine: true }, { as: 'Sam' })).toEqual(['C-1001', 'C-1003', 'C-1004', 'C-1006']);
  expect(await of({ owner: 'Lejla' })).toEqual(['C-1002', 'C-1005']);
});

test('--mine asks who that is where several work and nobody says so, and never goes with --owner', async () => {
  const desk = await inTheMorning();
  await expect(ran(desk, { json: true, mine: true })).rejects.toThrow(AgentUnknown);
  const both = await ran(desk, { json: true, mine: true, owner: 'Lejla' }).catch((error) => error);
  expect(isFault(both) && both.fault).toBe('two-owners');
});

test('people get each part under its heading, with what to do next at the end of the line', async () => {
  const desk = await inTheMorning();
  const { out } = await ran(desk, {}, { as: 'Sam' });
  expect(out).toMatch(
    /^LATE\n {2}C-1001 {2}Б\. Болдбаатар {2}promised for yesterday 17:00 \(Mongolian\): refund +tell them\n/,
  );
  expect(out).toMatch(
    /\nASKED FOR, NOT DECIDED\n {2}C-1005 {2}Amra Hodžić +discount, 30 %, asked by Lejla 42 min ago \(Bosnian\) +decide\n/,
  );
  expect(out).not.toContain('TO DECIDE');
  const { out: none, notes } = await ran(await openSampleDesk(), {});
  expect(none).toBe('');
  expect(notes).toEqual(['Nothing waits for you. Take a complaint: amends new']);
});

test('a page that is too long for a day is cut, which is said beside the data and counted for people', async () => {
  const desk = await openSampleDesk();
  await desk.store.transact(async (tx) => {
    for (let n = 0; n < 103; n += 1) await promised(tx, await complaintOf(tx, undefined), n + 1);
  });
  const script = await ran(desk, { json: 'reference' });
  expect(JSON.parse(script.out)).toHaveLength(100);
  expect(script.notes).toEqual([expect.stringContaining('there are more')]);
  expect((await ran(desk, {})).out).toMatch(/\n {2}and 3 more\n$/);
});
