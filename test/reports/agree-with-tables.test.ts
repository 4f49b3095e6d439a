import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FigureRecord } from '../../src/desk/read-record.ts';
import type { Report, ReportName, Value } from '../../src/reports/report.ts';
import { millis } from '../../src/rules/values.ts';
import { openFigures, reportOf, SAMPLE_NOW, sampleFigures } from '../support/sample-figures.ts';

const since = millis(Date.parse('2021-09-01T00:00:00+03:00'));
const until = millis(Date.parse('2023-01-01T00:00:00+02:00'));

let path: string;
let record: FigureRecord;
let tables: Sqlite.Database;

beforeAll(async () => {
  path = await sampleFigures(2000);
  record = await openFigures(path);
  tables = new Sqlite(path, { readonly: true });
});
afterAll(async () => {
  tables.close();
  await record.close();
});

/** What SQLite counts in the tables themselves, without any of our columns. */
const counted = (sql: string): number =>
  Number(tables.prepare(sql).pluck().get({ since, until, now: SAMPLE_NOW }) ?? 0);

const numbers = (sql: string): readonly number[] =>
  tables.prepare(sql).pluck().all({ since, until, now: SAMPLE_NOW }).map(Number);

/** The nearest rank of a sorted list: the definition, word by word. */
function rankOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

const report = (name: ReportName): Promise<Report> => reportOf(record, { name, since, until });

function figureIn({ parts }: Report, part: string, row: string, column: string): Value {
  const found = parts.find(({ name }) => name === part);
  const at = found?.columns.findIndex(({ name }) => name === column) ?? -1;
  const value = found?.rows.find(({ name }) => name === row)?.cells[at]?.value;
  if (value === undefined) throw new Error(`${part} has no ${row} with ${column}`);
  return value;
}

const IN = 'BETWEEN @since AND @until - 1';
const count = (number: number): Value => ({ kind: 'count', count: number });

describe('the summary counts what the tables hold (P38, P40)', () => {
  let summary: Report;
  beforeAll(async () => {
    summary = await report('summary');
  });
  const now = (row: string) => figureIn(summary, 'figures', row, 'now');

  test('what came in, what was resolved, and what was open at the end', () => {
    expect(now('received')).toEqual(
      count(counted(`SELECT count(*) FROM complaint WHERE opened_at ${IN}`)),
    );
    expect(now('resolved')).toEqual(
      count(counted(`SELECT count(*) FROM complaint WHERE resolved_at ${IN}`)),
    );
    const open = counted(`SELECT count(*) FROM complaint WHERE opened_at < @until
      AND coalesce(resolved_at, closed_at, 9e18) >= @until`);
    expect(open).toBeGreaterThan(0);
    expect(now('open')).toEqual(count(open));
  });

  test('answers that were late, given later or never', () => {
    expect(now('late-answer')).toEqual(
      count(
        counted(`SELECT count(*) FROM clock WHERE kind = 'answer' AND due ${IN}
          AND coalesce(stopped_at, @now) / 1000 > due / 1000`),
      ),
    );
  });

  test('the middle of the times to resolve', () => {
    const times = numbers(`SELECT resolved_at / 1000 - opened_at / 1000 FROM complaint
      WHERE resolved_at ${IN}`);
    expect(times.length).toBeGreaterThan(50);
    expect(now('resolution-time')).toEqual({ kind: 'time', ms: rankOf(times, 0.5) * 1000 });
  });

  test('how many were right, how many are content, and what it cost', () => {
    const judged = `FROM complaint WHERE closed_at ${IN} AND verdict`;
    expect(now('upheld')).toEqual({
      kind: 'share',
      part: counted(`SELECT count(*) ${judged} IN ('upheld', 'partly')`),
      of: counted(`SELECT count(*) ${judged} IS NOT NULL`),
    });
    const said = `FROM contact WHERE coalesce(done_at, at) ${IN} AND satisfied`;
    expect(now('satisfied')).toEqual({
      kind: 'share',
      part: counted(`SELECT count(*) ${said} = 1`),
      of: counted(`SELECT count(*) ${said} IS NOT NULL`),
    });
    const refunds =
      counted(`SELECT sum(amount) FROM offer JOIN complaint AS c ON c.id = complaint_id
      WHERE state = 'chosen' AND coalesce(finished_at, opened_at) ${IN}`);
    const { sums } = now('cost') as Value & { readonly kind: 'money' };
    expect(sums).toHaveLength(1);
    // The playbook says what a replacement or a repair costs, which the table of offers does not.
    expect(sums[0]?.minor).toBeGreaterThan(refunds);
  });
});

test('causes and their share of all add up (P37)', async () => {
  const causes = await report('causes');
  const rows = tables
    .prepare(`SELECT cause, count(*) AS many FROM complaint WHERE opened_at ${IN}
      GROUP BY cause ORDER BY many DESC, cause`)
    .all({ since, until }) as { cause: string | null; many: number }[];
  expect(causes.parts[0]?.rows).toHaveLength(rows.length);
  for (const { cause, many } of rows) {
    expect(figureIn(causes, 'cause', cause ?? '', 'received')).toEqual(count(many));
  }
  const all = rows.reduce((sum, { many }) => sum + many, 0);
  const last = causes.parts[0]?.rows.at(-1)?.cells[3]?.value;
  expect(last).toEqual({ kind: 'share', part: all, of: all });
});

test('times are those of the clocks, on the wall and in business time (P25, P40)', async () => {
  const times = await report('times');
  const stopped = `FROM clock WHERE kind = 'answer' AND stopped_at ${IN}`;
  const elapsed = numbers(`SELECT max(0, stopped_at / 1000 - started / 1000) ${stopped}`);
  const business = numbers(`SELECT round(counted / 1000.0) ${stopped}`);
  expect(figureIn(times, 'clocks', 'answer', 'stopped')).toEqual(count(elapsed.length));
  expect(figureIn(times, 'clocks', 'answer', 'elapsed_ninetieth')).toEqual({
    kind: 'time',
    ms: rankOf(elapsed, 0.9) * 1000,
  });
  expect(figureIn(times, 'clocks', 'answer', 'business_median')).toEqual({
    kind: 'time',
    ms: rankOf(business, 0.5) * 1000,
  });
});

test('remedies by what was wished, offered and chosen (P18, P19)', async () => {
  const remedies = await report('remedies');
  for (const remedy of ['refund', 'replacement', 'repair', 'store-credit']) {
    const offers = `FROM offer JOIN complaint AS c ON c.id = complaint_id
      WHERE remedy = '${remedy}' AND coalesce(finished_at, opened_at) ${IN}`;
    expect(figureIn(remedies, 'remedies', remedy, 'wished')).toEqual(
      count(counted(`SELECT count(*) FROM complaint WHERE wish = '${remedy}' AND opened_at ${IN}`)),
    );
    expect(figureIn(remedies, 'remedies', remedy, 'offered')).toEqual(
      count(counted(`SELECT count(*) ${offers}`)),
    );
    expect(figureIn(remedies, 'remedies', remedy, 'chosen')).toEqual(
      count(counted(`SELECT count(*) ${offers} AND state = 'chosen'`)),
    );
  }
});

test('promises by what became of them (P28)', async () => {
  const promises = await report('promises');
  const due = `SELECT count(*) FROM promise WHERE due ${IN} AND state`;
  const all = counted(`${due} <> 'withdrawn'`);
  expect(all).toBeGreaterThan(50);
  expect(figureIn(promises, 'figures', 'promises-due', 'now')).toEqual(count(all));
  expect(figureIn(promises, 'figures', 'promises-kept', 'now')).toEqual(
    count(counted(`${due} = 'kept' AND settled_at <= due`)),
  );
  // Those whose date is still to come cannot be judged yet.
  expect(figureIn(promises, 'by_person', 'Agent A', 'kept_share')).toEqual({
    kind: 'share',
    part: counted(`${due} = 'kept' AND settled_at <= due AND who = 'Agent A'`),
    of: counted(`${due} <> 'withdrawn' AND (state <> 'open' OR due < @now) AND who = 'Agent A'`),
  });
  expect(figureIn(promises, 'by_person', 'Agent A', 'due')).toEqual(
    count(counted(`${due} <> 'withdrawn' AND who = 'Agent A'`)),
  );
});

test('what each has on their hands (P40)', async () => {
  const agents = await report('agents');
  for (const owner of ['Agent A', 'Agent E']) {
    const own = `FROM complaint WHERE owner = '${owner}'`;
    expect(figureIn(agents, 'people', owner, 'resolved')).toEqual(
      count(counted(`SELECT count(*) ${own} AND resolved_at ${IN}`)),
    );
    expect(figureIn(agents, 'people', owner, 'open')).toEqual(
      count(
        counted(`SELECT count(*) ${own} AND opened_at < @until
          AND coalesce(resolved_at, closed_at, 9e18) >= @until`),
      ),
    );
  }
  expect(agents.parts.find(({ name }) => name === 'best')?.rows).toHaveLength(16);
});

test('the hours of the week on the clock of the desk, summer and winter (P46)', async () => {
  const peaks = await report('peaks');
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Sofia',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const times = numbers(`SELECT opened_at FROM complaint WHERE opened_at ${IN}`);
  const slow = new Map<string, number>();
  for (const time of times) {
    const shown = clock.format(time);
    slow.set(shown, (slow.get(shown) ?? 0) + 1);
  }
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  for (const [at, day] of days.entries()) {
    for (let hour = 0; hour < 24; hour++) {
      const name = String(hour).padStart(2, '0');
      const shown = `${day} ${name}`;
      const many = [...slow].find(([key]) => key.startsWith(day) && key.endsWith(name))?.[1] ?? 0;
      expect([shown, figureIn(peaks, 'hours', String(at + 1), name)]).toEqual([shown, count(many)]);
    }
  }
});

test('how content customers are, in the whole time and piece by piece (P33, P38)', async () => {
  const satisfaction = await report('satisfaction');
  const scores = numbers(`SELECT score FROM contact
    WHERE score IS NOT NULL AND coalesce(done_at, at) ${IN}`);
  const { mean } = figureIn(satisfaction, 'by_month', 'all', 'score') as Value & {
    readonly kind: 'mean';
  };
  expect(mean).toBeCloseTo(scores.reduce((sum, one) => sum + one, 0) / scores.length, 9);
  const rows = satisfaction.parts[0]?.rows ?? [];
  const pieces = rows.slice(0, -1).map(({ cells }) => cells[1]?.value);
  const sum = pieces.reduce((all, one) => all + (one?.kind === 'count' ? one.count : 0), 0);
  expect(rows.at(-1)?.cells[1]?.value).toEqual(count(sum));
});

test('who complains again within a year (P39, P40)', async () => {
  const customers = await report('customers');
  const again = counted(`SELECT count(*) FROM complaint AS c WHERE opened_at ${IN} AND EXISTS (
    SELECT 1 FROM complaint AS b WHERE b.customer_id = c.customer_id
      AND (b.opened_at / 60000 < c.opened_at / 60000
        OR (b.opened_at / 60000 = c.opened_at / 60000 AND b.id < c.id))
      AND c.opened_at / 60000 - b.opened_at / 60000 <= 365 * 1440)`);
  expect(again).toBeGreaterThan(50);
  expect(figureIn(customers, 'figures', 'repeated', 'now')).toEqual(count(again));
  expect(figureIn(customers, 'figures', 'customers', 'now')).toEqual(
    count(counted(`SELECT count(DISTINCT customer_id) FROM complaint WHERE opened_at ${IN}`)),
  );
});

test('the figures that standards ask for (P40)', async () => {
  const standard = await report('standard');
  const now = (row: string) => figureIn(standard, 'figures', row, 'now');
  const ended = 'coalesce(resolved_at, closed_at)';
  expect(now('first-contact')).toEqual(
    count(
      counted(`SELECT count(*) FROM complaint
        WHERE resolved_at ${IN} AND resolved_at / 1000 = finished_at / 1000`),
    ),
  );
  expect(now('outstanding-at-start')).toEqual(
    count(
      counted(`SELECT count(*) FROM complaint WHERE opened_at < @since
        AND coalesce(${ended}, 9e18) >= @since`),
    ),
  );
  const over = counted(`SELECT count(*) FROM complaint WHERE ${ended} ${IN}`);
  expect(now('within-eight-weeks')).toEqual({
    kind: 'share',
    part: counted(`SELECT count(*) FROM complaint WHERE ${ended} ${IN}
      AND ${ended} / 1000 - opened_at / 1000 <= 8 * 7 * 86400`),
    of: over,
  });
  // Around the clock every day is a business day.
  expect(now('within-three-days')).toMatchObject({ of: over });
});
