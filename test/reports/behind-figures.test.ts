import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figureNamed } from '../../src/desk/figures/figure-parts.ts';
import type { FigureRecord } from '../../src/desk/read-record.ts';
import { type Report, reportNames } from '../../src/reports/report.ts';
import { millis } from '../../src/rules/values.ts';
import { runAmends } from '../support/run-amends.ts';
import { openFigures, reportOf, SAMPLE_ZONE, sampleFigures } from '../support/sample-figures.ts';

const since = millis(Date.parse('2022-02-01T00:00:00+02:00'));
const until = millis(Date.parse('2022-08-01T00:00:00+03:00'));

let path: string;
let record: FigureRecord;

beforeAll(async () => {
  path = await sampleFigures(1500);
  record = await openFigures(path);
});
afterAll(() => record.close());

/** Figures of what hangs on complaints count it, and not the complaints. */
const countsComplaints = (list: readonly string[]): boolean => {
  const name = list[list.indexOf('--figure') + 1] ?? '';
  return name === 'open' || figureNamed(name)?.figure.counts === 'complaint';
};

/** Counts of complaints with the command that lists those behind each. */
function counted({ parts }: Report): { where: string; count: number; list: readonly string[] }[] {
  return parts.flatMap((part) =>
    part.rows.flatMap((row) =>
      row.cells.flatMap(({ value, list }, at) => {
        const countable = value.kind === 'count' || value.kind === 'share';
        if (!countable || list === undefined || list[0] !== 'list') return [];
        const column = part.columns[at]?.name;
        const count = value.kind === 'count' ? value.count : value.part;
        return [{ where: `${part.name} ${row.name} ${column}`, count, list }];
      }),
    ),
  );
}

/** Runs the command that a report names. @returns the references it lists */
async function listed(list: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runAmends([...list, '--jsonl', 'reference'], {
    env: { AMENDS_DB: path, TZ: SAMPLE_ZONE },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\n').filter(Boolean);
}

describe('every figure names the list of the complaints behind it', () => {
  test.for(reportNames)('%s: as many complaints are listed as were counted', async (name) => {
    const report = await reportOf(record, { name, since, until, by: 'month' });
    const all = counted(report).filter(({ list }) => countsComplaints(list));
    // A few of each part, the empty ones and the full ones.
    const some = all.filter((_, at) => at % Math.ceil(all.length / 12) === 0);
    for (const { where, count, list } of some) {
      expect([where, (await listed(list)).length]).toEqual([where, count]);
    }
  });

  test('a promise, an offer or a follow-up is behind each complaint that is listed', async () => {
    for (const name of ['promises', 'remedies', 'satisfaction'] as const) {
      const report = await reportOf(record, { name, since, until, by: 'quarter' });
      const some = counted(report).filter(
        ({ count, list }) => count > 0 && !countsComplaints(list),
      );
      expect(some.length).toBeGreaterThan(0);
      for (const { where, count, list } of some.slice(0, 3)) {
        const many = (await listed(list)).length;
        expect(many, where).toBeGreaterThan(0);
        expect(many, where).toBeLessThanOrEqual(count);
      }
    }
  });

  test('narrowed, the figures and their lists are narrowed alike', async () => {
    const facets = { owner: 'Agent B', channel: 'phone', cause: 'delivery' };
    const report = await reportOf(record, { name: 'summary', since, until, facets });
    const [received] = counted(report);
    expect(received?.count).toBeGreaterThan(0);
    expect((await listed(received?.list ?? [])).length).toBe(received?.count);
    expect(received?.list.join(' ')).toContain('--owner Agent B --channel phone --cause delivery');
  });
});
