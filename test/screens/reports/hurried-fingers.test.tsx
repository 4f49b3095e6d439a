import { describe, expect, it } from 'vitest';
import type { ReportName } from '../../../src/reports/report.ts';
import type { ReportSource } from '../../../src/reports/report-source.ts';
import { sampleReports } from '../../support/sample-reports.ts';
import { openScreens } from '../complaint/at-the-page.tsx';
import { deskWith } from '../list/many-complaints.ts';
import { type AtTheReports, lookAtReports } from './at-the-reports.tsx';

/** Reports of which one takes as long to count as the test says. */
interface SlowReports {
  readonly source: ReportSource;
  /** Waits until the slow one is being counted, and lets that come to its end. */
  count(fault?: Error): Promise<void>;
}

function slowly(slow: ReportName): SlowReports {
  const waiting: ((fault?: Error) => void)[] = [];
  return {
    source: {
      make: async ({ name }) => {
        if (name === slow)
          await new Promise<void>((resolve, reject) =>
            waiting.push((fault) => (fault === undefined ? resolve() : reject(fault))),
          );
        return sampleReports[name];
      },
    },
    async count(fault) {
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      for (const go of waiting.splice(0)) go(fault);
    },
  };
}

/** An agent who has just turned to the causes, which are still being counted. */
async function atSlowCauses(): Promise<{ ana: AtTheReports; slow: SlowReports }> {
  const slow = slowly('causes');
  const ana = await lookAtReports(await deskWith(3), { source: slow.source });
  await ana.press('tab');
  await ana.see('Reports: Causes');
  return { ana, slow };
}

const secondCause = {
  kind: 'list',
  filter: 'cause:delivery/late since:2026-11-01 until:2026-11-30',
};

describe('a key for a report that is still counted', () => {
  it('waits its turn, and acts when the report is there', async () => {
    const { ana, slow } = await atSlowCauses();
    await ana.press('enter');
    await ana.see('It is still being counted.');
    expect(ana.choices).toEqual([]);
    await slow.count();
    await expect.poll(() => ana.choices).toMatchObject([{ kind: 'list' }]);
    await ana.dontSee('It is still being counted.');
  });

  it('keeps its place among those before and behind it', async () => {
    const { ana, slow } = await atSlowCauses();
    await ana.press('down', 'enter');
    await slow.count();
    await expect.poll(() => ana.choices).toEqual([secondCause]);
  });

  it('that leads away hands on what was typed behind it to where it leads', async () => {
    const { ana, slow } = await atSlowCauses();
    await ana.press('enter', 'j', 'x');
    await slow.count();
    await expect.poll(() => ana.keysLeft).toMatchObject([{ text: 'j' }, { text: 'x' }]);
    expect(ana.choices).toHaveLength(1);
  });

  it('opens the page of the report that was asked for', async () => {
    const { ana, slow } = await atSlowCauses();
    await ana.press('o');
    await slow.count();
    await ana.see('It opens in your browser');
    expect(ana.opened).toEqual([sampleReports.causes]);
  });

  it('can be picked by its name as well', async () => {
    const { ana, slow } = await atSlowCauses();
    await ana.press('ctrl+p');
    await ana.type('as a page');
    await ana.press('enter');
    await slow.count();
    await expect.poll(() => ana.opened).toEqual([sampleReports.causes]);
  });

  it('is gone with the report that cannot be counted, and does nothing to the next one', async () => {
    const { ana, slow } = await atSlowCauses();
    await ana.press('down', 'enter');
    await slow.count(Object.assign(new Error('too many'), { name: 'TooManyPieces' }));
    await ana.see('! Nobody could look at that many pieces');
    await ana.press('f5');
    await slow.count();
    await ana.see('it arrived damaged');
    expect(ana.inHand()).toMatch(/^it arrived damaged/);
    expect(ana.choices).toEqual([]);
  });

  it('in the same chunk as a filter that is confirmed acts behind it', async () => {
    const ana = await lookAtReports(await deskWith(3), { start: { name: 'causes' } });
    await ana.rush('fowner:me\rj\r');
    await expect.poll(() => ana.choices).toEqual([secondCause]);
    expect(ana.asked.at(-1)?.facets).toEqual({ owner: 'Sam' });
    await ana.see('owner:me');
  });
});

describe('while a report is counted', () => {
  it.each([
    ['escape', 'back'],
    ['q', 'quit'],
    ['ctrl+c', 'interrupt'],
  ] as const)('%s leaves at once, and what waited is forgotten', async (key, kind) => {
    const { ana, slow } = await atSlowCauses();
    await ana.press('down', 'enter', 'p', key);
    expect(ana.choices).toEqual([{ kind }]);
    await slow.count();
    await ana.see('it arrived damaged');
    expect(ana.choices).toEqual([{ kind }]);
    expect(ana.keysLeft).toEqual([]);
  });

  it('another report or time is asked for without waiting for it', async () => {
    const { ana } = await atSlowCauses();
    await ana.press('p');
    await ana.see('Of when');
    await ana.press('escape', 'down', 'tab');
    await ana.see('Reports: Times');
    await ana.see(sampleReports.times.period.text);
  });

  it('the rows that are shown of it can be gone through while nothing else was asked for', async () => {
    const slow = slowly('causes');
    const ana = await lookAtReports(await deskWith(0), { source: slow.source });
    await ana.press('tab');
    await slow.count();
    await ana.see('it arrived damaged');
    await ana.press('f5', 'down');
    expect(ana.inHand()).toMatch(/^пратката закъсня/);
    await slow.count();
    await ana.dontSee('counting');
  });

  it('a window that is too small for a moment does not end the counting for ever', async () => {
    const ana = await lookAtReports(await deskWith(0), { start: { name: 'causes' } });
    await ana.press('tab');
    // As the screen does when there is no room for it, and when there is again.
    ana.session.begin()();
    await ana.see('counting');
    ana.session.begin();
    await ana.dontSee('counting');
  });
});

describe('keys typed ahead of a screen that is still being opened', () => {
  it('are for that screen: the reports from today’s page, in one chunk', async () => {
    const ana = await openScreens(await deskWith(12), { kind: 'today' });
    await ana.see('Today');
    await ana.rush('rp');
    await ana.see('Of when');
    expect(ana.shown()).toBe('reports');
  });

  it('go on from there to the complaints, and to one of them', async () => {
    const ana = await openScreens(await deskWith(12), { kind: 'today' });
    await ana.see('Today');
    await ana.rush('r\rf');
    await ana.see('figure:received');
    await ana.see('FILTER');
    expect(ana.shown()).toBe('list');
  });
});
