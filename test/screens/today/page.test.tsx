import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/desk/desk.ts';
import { millis } from '../../../src/rules/values.ts';
import { aMorning, at, complaintOf, nineTwelve, promised } from '../../desk/a-morning.ts';
import { secondDesk, withClock } from '../../desk/at-the-desk.ts';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { expectTidyFrame } from '../../support/tidy-frame.ts';
import { openPage } from './at-the-page.tsx';

const atNine = async (): Promise<Desk> => withClock(await openSampleDesk(), millis(nineTwelve));

/** @returns the desk on the morning of the sketch. */
async function inTheMorning(): Promise<Desk> {
  const desk = await atNine();
  await aMorning(desk);
  return desk;
}

describe('the page of today on a screen', () => {
  it.each([
    [80, 24],
    [120, 40],
    [60, 20],
  ])('shows each part with what to do next at its right, at %ix%i', async (columns, rows) => {
    const page = await openPage(await inTheMorning(), { columns, rows });
    await page.see('NOT FINISHED');
    expectTidyFrame(page.terminal);
    const frame = page.lines().join('\n');
    for (const [reference, next] of [
      ['▸ C-1001', 'tell them'],
      ['C-1002', 'call'],
      ['C-1003', 'resolve'],
      ['C-1005', 'decide'],
      ['C-1004', 'remind'],
      ['C-1006', 'go on'],
    ] as const) {
      expect(frame).toMatch(new RegExp(`${reference} .*  ${next}$`, 'm'));
    }
  });

  it('says what each is about and when, as people say it, and in whose language (P12)', async () => {
    const page = await openPage(await inTheMorning(), { columns: 120, rows: 40 });
    await page.see('NOT FINISHED');
    const said = page.lines().map((line) => line.slice(0, 92).trimEnd());
    expect(said.slice(2, 14)).toEqual([
      ' LATE',
      ' ▸ C-1001  Б. Болдбаатар  promised for yesterday 17:00 (Mongolian): refund',
      ' DUE NEXT',
      '   C-1002  Νίκος Αλεξίου  call back 10:30, in 1 h 18 (Greek): about the repair',
      '   C-1003  Maria Petrova  answer by 16:40, in 7 h 28',
      ' ASKED FOR, NOT DECIDED',
      '   C-1005  Amra Hodžić    discount, 30 %, asked by Lejla 42 min ago (Bosnian)',
      ' WAITING FOR THEM',
      '   C-1004  สมชาย ใจดี      photo of the label, by yesterday 12:00 (Thai)',
      ' NOT FINISHED',
      '   C-1006  no name given  stopped 08:55 at step 1: In their own words; also answer by 18:55',
      '',
    ]);
  });

  it('is drawn in plain signs where the terminal has no others', async () => {
    const page = await openPage(await inTheMorning(), { unicode: false });
    await page.see('> C-1001');
    await page.see('Enter open');
    expect(page.lines().join('\n')).not.toMatch(/[▸─↵…]/);
  });

  it('says something kind when nothing is waiting, and Enter takes a complaint', async () => {
    const page = await openPage(await atNine());
    await page.see('Nothing is waiting. Press n when the phone rings.');
    await page.press('enter', 'm');
    await page.see('Nothing of yours is waiting. m shows everybody’s');
    await page.press('x');
    await page.see('Nothing is in hand');
    expect(page.choices).toEqual([{ kind: 'new' }]);
  });

  it('opens a complaint, does what comes next, or goes on with what was left, a key each (P11, P29)', async () => {
    const page = await openPage(await inTheMorning());
    await page.see('x tell them');
    await page.press('enter', 'x', 'down');
    await page.see('x call');
    await page.press('x', 'end');
    await page.see('x go on');
    await page.press('enter', 'x', 'o', 'n', '/', 'l', 'q');
    expect(page.choices).toEqual([
      { kind: 'open', id: 1001 },
      { kind: 'act', id: 1001, action: 'promise-delay' },
      { kind: 'act', id: 1002, action: 'called' },
      { kind: 'resume', id: 1006 },
      { kind: 'resume', id: 1006 },
      { kind: 'open', id: 1006 },
      { kind: 'new' },
      { kind: 'search' },
      { kind: 'list' },
      { kind: 'quit' },
    ]);
  });

  it('shows mine or everybody’s, and keeps the complaint in hand', async () => {
    const page = await openPage(await inTheMorning());
    await page.press('down', 'down');
    await page.see('▸ C-1003');
    await page.press('m');
    await page.see('Today, mine');
    await page.see('▸ C-1003');
    await page.dontSee('C-1002');
    await page.press('m');
    await page.see('C-1002');
    await page.dontSee('Today, mine');
  });

  it('finds every action by its name, and on the complaint in hand every one of the desk (P11)', async () => {
    const page = await openPage(await inTheMorning());
    await page.press('ctrl+p');
    await page.type('whole');
    await page.see('the whole complaint');
    await page.press('enter', 'ctrl+p');
    await page.type('C-1001: note');
    await page.press('enter');
    await page.see('LATE');
    await page.press('?');
    await page.see('Keys');
    await page.press('escape');
    await page.see('LATE');
    expect(page.choices).toEqual([
      { kind: 'open', id: 1001 },
      { kind: 'act', id: 1001, action: 'note' },
    ]);
  });

  it('gives its hint once, and never again to the same agent', async () => {
    const desk = await inTheMorning();
    const first = await openPage(desk);
    await first.see('Enter opens it, x does what is at its right');
    await first.unmount();
    const second = await openPage(desk);
    await second.see('LATE');
    expect(await desk.store.read.setting('hint.today.Sam')).toBe('shown');
    await second.dontSee('Enter opens it');
  });

  it('scrolls when there is more than fits, and says where', async () => {
    const desk = await atNine();
    await desk.store.transact(async (tx) => {
      for (let n = 0; n < 40; n += 1) {
        await promised(tx, await complaintOf(tx, `Person ${n}`), at(17) + n * 60_000);
      }
    });
    const page = await openPage(desk);
    await page.see('Person 0');
    await page.see('↓');
    await page.press('pagedown', 'pagedown');
    await page.see('▸ C-1037');
    await page.see('↑');
    await page.press('end');
    await page.see('▸ C-1040');
    await page.dontSee('↓');
    await page.press('home');
    await page.see('▸ C-1001');
    expectTidyFrame(page.terminal);
  });

  it('shows what another window wrote, with the same complaint in hand', async () => {
    const desk = await inTheMorning();
    const page = await openPage(desk);
    await page.press('down');
    await page.see('▸ C-1002');
    const lejla = await secondDesk(desk);
    await lejla.store.transact(async (tx) => {
      await promised(tx, await complaintOf(tx, 'Late Customer'), at(9));
    });
    await page.see('Late Customer');
    await page.see('▸ C-1002');
  });

  it('goes on with the time while nobody presses a key: what was due becomes late', async () => {
    const desk = withClock(await inTheMorning(), millis(nineTwelve));
    const page = await openPage(desk);
    await page.see('call back 10:30, in 1 h 18');
    desk.set(millis(at(10, 31)));
    await page.see('call back was due 10:30 (Greek): about');
    await page.see('10:31');
  });

  it('comes back to the line it was left at, or to the one that took its place', async () => {
    const desk = await inTheMorning();
    const page = await openPage(desk);
    await page.press('m', 'down', 'down');
    const place = page.session.place();
    await page.unmount();
    const back = await openPage(desk, { place });
    await back.see('Today, mine');
    await back.see('▸ C-1004');
    await back.unmount();
    await desk.store.transact((tx) => tx.updateComplaint(1004, { stage: 'closed' }));
    const later = await openPage(desk, { place });
    await later.see('▸ C-1006');
  });

  it('stays as it is when the record cannot be read, and says why', async () => {
    const desk = await inTheMorning();
    const page = await openPage(desk);
    await page.see('LATE');
    await desk.store.close();
    await page.press('m');
    await page.see(' ! ');
    await page.see('C-1001');
  });
});
