import { describe, expect, it } from 'vitest';
import { reportNames } from '../../../src/reports/report.ts';
import type { ReportSource } from '../../../src/reports/report-source.ts';
import { part, reportOf, row, sampleReports, text } from '../../support/sample-reports.ts';
import { expectTidyFrame } from '../../support/tidy-frame.ts';
import { deskWith, writeElsewhere } from '../list/many-complaints.ts';
import { lookAtReports, realReports } from './at-the-reports.tsx';

const sizes = [
  { columns: 56, rows: 18 },
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

describe('the reports on a screen', () => {
  it.each(sizes)(
    'are tidy at $columns by $rows, all ten of them, whatever is in front',
    async (size) => {
      const ana = await lookAtReports(await deskWith(0), size);
      for (const name of reportNames) {
        await ana.see(sampleReports[name].period.text);
        expectTidyFrame(ana.terminal);
        expect(ana.lines()[size.rows - 2]).toMatch(/^─+$/);
        await ana.press('pagedown', 'G');
        expectTidyFrame(ana.terminal);
        await ana.press('tab');
      }
      for (const key of [
        'r',
        'escape',
        'p',
        'escape',
        'b',
        'escape',
        'f',
        'escape',
        'ctrl+p',
        'escape',
        '?',
      ]) {
        await ana.press(key);
        expectTidyFrame(ana.terminal);
      }
      expect(ana.terminal.sideEffects()).toEqual([]);
    },
  );

  it('are gone through with Tab, and back again, and picked by their names', async () => {
    const ana = await lookAtReports(await deskWith(0));
    await ana.see('Reports: Summary');
    await ana.press('tab');
    await ana.see('Reports: Causes');
    await ana.press('shift+tab', 'shift+tab');
    await ana.see('Reports: Standard figures');
    await ana.press('r');
    await ana.see('▸ Standard figures');
    await ana.press('g', 'down', 'down', 'enter');
    await ana.see('Reports: Times');
    await ana.press('ctrl+p');
    await ana.type('busy');
    await ana.press('enter');
    await ana.see('Reports: Busy hours');
  });

  it('stand beside each other by their names where there is room', async () => {
    const ana = await lookAtReports(await deskWith(0), { columns: 120, rows: 40 });
    await ana.see('▸ Summary');
    for (const name of ['Causes', 'Busy hours', 'Standard figures']) await ana.see(name);
    await ana.resize(80, 24);
    await ana.dontSee('Standard figures');
  });

  it('are counted once for whoever walks through them, not at each step on the way', async () => {
    const ana = await lookAtReports(await deskWith(0));
    const before = ana.asked.length;
    for (let n = 0; n < 5; n += 1)
      ana.session.press({ kind: 'key', name: 'tab', ctrl: false, alt: false, shift: false });
    await ana.see('Reports: People');
    await ana.see('Šarić-Đorđević');
    expect(ana.asked.slice(before).map(({ name }) => name)).toEqual(['agents']);
  });

  it('show nothing under the name of another report while that one is counted', async () => {
    const waiting: (() => void)[] = [];
    const source: ReportSource = {
      make: async ({ name }) => {
        if (name === 'causes') await new Promise<void>((resolve) => waiting.push(resolve));
        return sampleReports[name];
      },
    };
    const ana = await lookAtReports(await deskWith(0), { source });
    await ana.see('At a glance');
    await ana.press('tab');
    await ana.see('Reports: Causes');
    await ana.dontSee('At a glance');
    await ana.press('enter', 'o');
    await ana.see('It is still being counted.');
    expect(ana.choices).toEqual([]);
    expect(ana.opened).toEqual([]);
    await expect.poll(() => waiting.length).toBe(1);
    for (const go of waiting) go();
    await ana.see('it arrived damaged');
  });

  it('keep the figures in the same signs where a terminal has ASCII alone, and lose nothing without colour', async () => {
    const ana = await lookAtReports(await deskWith(0), {
      unicode: false,
      color: false,
      start: { name: 'causes' },
    });
    await ana.see('growing: 27 where 14 were to be expected');
    await ana.see('> it arrived damaged');
    expect(ana.terminal.text()).not.toMatch(/[▀-▟●▸─·…]/);
  });

  it('show what somebody wrote and never obey it', async () => {
    const source: ReportSource = {
      make: async () =>
        reportOf('causes', 'Causes', '\u001b[2Jsays', [
          part('p', '\u001b]0;x\u0007', { a: 'a\u202e', b: 'b' }, [
            row('r', 'PAID\rOPEN\n', text('\u009b31m')),
          ]),
        ]),
    };
    const ana = await lookAtReports(await deskWith(0), { source });
    await ana.see('␛[2Jsays');
    await ana.see('PAID␍OPEN↵');
    expect(ana.terminal.sideEffects()).toEqual([]);
  });
});

describe('of when, in what steps and of which complaints', () => {
  it('is a key away: a period by its name, where that one begins and ends', async () => {
    const ana = await lookAtReports(await deskWith(0));
    await ana.see('last 30 days');
    await ana.press('p');
    await ana.see('Of when');
    await ana.press('g', 'down', 'down', 'down', 'down', 'enter');
    await ana.see('last month');
    await ana.dontSee('counting');
    const { since, until } = ana.asked.at(-1) ?? {};
    // The desk's morning is the 21st of November 2026, in Sofia.
    expect(new Date(since ?? 0).toISOString()).toBe('2026-09-30T21:00:00.000Z');
    expect(new Date(until ?? 0).toISOString()).toBe('2026-10-31T22:00:00.000Z');
  });

  it('may be dates of one’s own; what is no date is said beside it, and costs nothing typed', async () => {
    const ana = await lookAtReports(await deskWith(0));
    await ana.press('p', 'G', 'enter');
    await ana.see('From the first day to the last');
    await ana.type('1 nov to 31 feb');
    await ana.press('enter');
    await ana.see('! That is no date');
    await ana.press('backspace');
    await ana.see('1 nov to 31 fe');
    for (let n = 0; n < 5; n += 1) await ana.press('backspace');
    await ana.type('15 nov');
    await ana.press('enter');
    await ana.see(' 1 nov to 15 nov  ·');
    await ana.dontSee('counting');
    const { since, until } = ana.asked.at(-1) ?? {};
    expect(new Date(since ?? 0).toISOString()).toBe('2026-10-31T22:00:00.000Z');
    expect(new Date(until ?? 0).toISOString()).toBe('2026-11-15T22:00:00.000Z');
  });

  it('may be counted day by day, or in the steps that suit', async () => {
    const ana = await lookAtReports(await deskWith(0));
    expect(ana.asked.at(-1)?.by).toBeUndefined();
    await ana.press('b', 'g', 'down', 'down', 'enter');
    await ana.see('week by week');
    await ana.dontSee('counting');
    expect(ana.asked.at(-1)?.by).toBe('week');
    await ana.press('b', 'g', 'enter');
    await ana.see('in suitable steps');
    await ana.dontSee('counting');
    expect(ana.asked.at(-1)?.by).toBeUndefined();
  });

  it('may be narrowed as a list is, with Tab to go on; x takes it away again', async () => {
    const ana = await lookAtReports(await deskWith(3));
    await ana.press('f');
    await ana.type('own');
    await ana.press('tab');
    await ana.see('owner:');
    await ana.type('me cause:delivery');
    await ana.press('enter');
    await ana.see('owner:me cause:delivery');
    await ana.dontSee('counting');
    expect(ana.asked.at(-1)?.facets).toEqual({ owner: 'Sam', cause: 'delivery' });
    await ana.press('x');
    await ana.see('all complaints');
    await ana.dontSee('counting');
    expect(ana.asked.at(-1)?.facets).toEqual({});
    await ana.press('x');
    await ana.see('Nothing is filtered.');
  });

  it('is told at once where a filter is not understood, or has dates, which the period has', async () => {
    const ana = await lookAtReports(await deskWith(1));
    const before = ana.asked.length;
    await ana.press('f');
    await ana.type('stge:open');
    await ana.press('enter');
    await ana.see('! Nothing is filtered by “stge:”.');
    for (let n = 0; n < 9; n += 1) await ana.press('backspace');
    await ana.type('since:monday');
    await ana.press('enter');
    await ana.see('Dates are not part of the filter here');
    await ana.press('escape');
    await ana.see('all complaints');
    expect(ana.asked).toHaveLength(before);
  });
});

describe('the complaints behind a figure', () => {
  it('are one key away from its row', async () => {
    const ana = await lookAtReports(await deskWith(0), { start: { name: 'causes' } });
    expect(ana.inHand()).toMatch(/^it arrived damaged/);
    await ana.see('Complaints: 41, it arrived damaged');
    await ana.press('enter');
    expect(ana.choices).toEqual([
      { kind: 'list', filter: 'cause:delivery/damaged since:2026-11-01 until:2026-11-30' },
    ]);
  });

  it('are of the figure in hand, where a row has several; of a map the busiest hour comes first (P46)', async () => {
    const ana = await lookAtReports(await deskWith(0), { start: { name: 'peaks' } });
    await ana.see('11: 20, Monday (← → for 9 figures)');
    await ana.press('right', 'right');
    await ana.see('13: 16, Monday');
    await ana.press('down', 'left');
    await ana.see('10: 17, Tuesday');
  });

  it('say so where a row has none', async () => {
    const ana = await lookAtReports(await deskWith(0), { start: { name: 'agents' } });
    await ana.press('enter');
    await ana.see('There are no complaints behind this row');
    expect(ana.choices).toEqual([]);
  });

  it('are exactly as many as were counted, on the list that follows', async () => {
    const desk = await deskWith(12);
    const ana = await lookAtReports(desk, { source: realReports(desk) });
    await ana.see('now: 12, received');
    await ana.press('enter');
    const [choice] = ana.choices;
    expect(choice).toMatchObject({ kind: 'list' });
    const { readFilter, countRows } = await import('../../../src/desk/list-page.ts');
    const { createMessages } = await import('../../../src/language/messages.ts');
    const typed = choice?.kind === 'list' ? choice.filter : '';
    const { filter, refusals } = await readFilter(desk, createMessages('en'), typed);
    expect(refusals).toEqual([]);
    expect(await countRows(desk, { filter })).toBe(12);
  });
});

describe('a report that is scrolled through', () => {
  it('shows what it says of itself above its first row, and what its figures mean below the last', async () => {
    const ana = await lookAtReports(await deskWith(0), { start: { name: 'customers' } });
    await ana.see('Who came back, and who left.');
    await ana.press('G');
    await ana.see('What the figures mean');
    await ana.press('g');
    await ana.see('Who came back, and who left.');
    expect(ana.inHand()).toMatch(/^Maria Petrova/);
    await ana.press('pagedown');
    expect(ana.inHand()).not.toBe('');
    for (let n = 0; n < 45; n += 1) await ana.press('down');
    await ana.see('What the figures mean');
    for (let n = 0; n < 60; n += 1) await ana.press('up');
    await ana.see('Who came back, and who left.');
  });

  it('keeps its row in hand when the window becomes another size, and when it is counted again', async () => {
    const ana = await lookAtReports(await deskWith(0), {
      start: { name: 'causes' },
      columns: 120,
      rows: 40,
    });
    await ana.press('down');
    await ana.see('пратката закъсня');
    await ana.see('Complaints: 27, пратката');
    for (const { columns, rows } of sizes) {
      await ana.resize(columns, rows);
      await ana.see('Complaints: 27, пратката');
      expectTidyFrame(ana.terminal);
    }
    await ana.press('f5');
    await ana.see('Complaints: 27, пратката');
  });

  it('opens as a page in the browser', async () => {
    const ana = await lookAtReports(await deskWith(0), { start: { name: 'times' } });
    await ana.press('o');
    await ana.see('It opens in your browser');
    expect(ana.opened).toEqual([sampleReports.times]);
  });

  it('says what went wrong when it cannot be counted, and can be asked again', async () => {
    let fails = true;
    const source: ReportSource = {
      make: async ({ name }) => {
        if (fails) throw Object.assign(new Error('too many'), { name: 'TooManyPieces' });
        return sampleReports[name];
      },
    };
    const ana = await lookAtReports(await deskWith(0), { source });
    await ana.see('! Nobody could look at that many pieces');
    fails = false;
    await ana.press('f5');
    await ana.see('At a glance');
  });

  it('is counted anew, come back to, only where something was written meanwhile', async () => {
    const desk = await deskWith(2);
    const ana = await lookAtReports(desk, { source: realReports(desk) });
    await ana.see('now: 2, received');
    const before = ana.asked.length;
    const stop = ana.session.begin();
    expect(ana.asked).toHaveLength(before);
    stop();
    await writeElsewhere(desk);
    await ana.press('f5');
    await ana.see('now: 3, received');
  });

  it('is left with Escape for where one came from, and ended with q', async () => {
    const ana = await lookAtReports(await deskWith(0));
    await ana.press('escape', 'q', 'ctrl+c');
    expect(ana.choices).toEqual([{ kind: 'back' }, { kind: 'quit' }, { kind: 'interrupt' }]);
  });
});
