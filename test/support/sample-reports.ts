import type {
  Cell,
  Chart,
  Report,
  ReportName,
  ReportPart,
  ReportRow,
  Sum,
  Value,
} from '../../src/reports/report.ts';
import { millis } from '../../src/rules/values.ts';

/** Made-up reports, one of each name, with whatever is hard to draw. All people in them are invented. */

const november = {
  since: millis(Date.parse('2026-10-31T22:00:00Z')),
  until: millis(Date.parse('2026-11-30T22:00:00Z')),
  text: '1 to 30 November 2026',
};
const october = {
  since: millis(Date.parse('2026-09-30T21:00:00Z')),
  until: millis(Date.parse('2026-10-31T22:00:00Z')),
  text: '1 to 31 October 2026',
};
const span = ['--since', '2026-11-01', '--until', '2026-11-30'];

const HOUR = 3_600_000;
export const count = (many: number): Value => ({ kind: 'count', count: many });
export const share = (part: number, of: number): Value => ({ kind: 'share', part, of });
export const mean = (of: number): Value => ({ kind: 'mean', mean: of });
export const hours = (many: number): Value => ({ kind: 'time', ms: many * HOUR });
export const text = (of: string): Value => ({ kind: 'text', text: of });
export const change = (by: number): Value => ({ kind: 'change', by });
export const none: Value = { kind: 'none' };
export const euros = (minor: number): Value => ({ kind: 'money', sums: [eur(minor)] });
const eur = (minor: number): Sum => ({ minor, currency: 'EUR' });

const listed = (value: Value, ...narrowed: readonly string[]): Cell => ({
  value,
  list: ['list', ...narrowed, ...span],
});

type Given = Value | Cell;
const cell = (given: Given): Cell => ('kind' in given ? { value: given } : given);

/** A row: its name for machines, its label, its figures. */
export const row = (name: string, label: string, ...given: readonly Given[]): ReportRow => ({
  name,
  cells: [cell(text(label)), ...given.map(cell)],
});
const remarked = (remark: string, of: ReportRow): ReportRow => ({ ...of, remark });

/** A part: its title, its columns as `name: Title`, its rows. */
export function part(
  name: string,
  title: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly ReportRow[],
  chart?: Chart,
): ReportPart {
  return {
    name,
    title,
    columns: Object.entries(columns).map(([column, of]) => ({ name: column, title: of })),
    rows,
    empty: 'No complaint reached you in this time.',
    ...(chart === undefined ? {} : { chart }),
  };
}

/** A report around some parts. */
export function reportOf(
  name: ReportName,
  title: string,
  says: string,
  parts: readonly ReportPart[],
  changes: Partial<Report> = {},
): Report {
  return {
    name,
    title,
    says,
    period: november,
    narrowedBy: '',
    parts,
    definitions: [
      { term: 'received', says: 'complaints that reached you in this time, by the day of receipt' },
      {
        term: 'late',
        says: 'complaints that were answered after their deadline, or are past it now; the deadline is counted in opening hours and stands still while you wait for the customer',
      },
    ],
    business: 'Kettles & Sons (sample data)',
    madeAt: millis(Date.parse('2026-12-01T07:00:00Z')),
    zone: 'Europe/Sofia',
    head: '1a428fb673a470341657d9531a428fb673a470341657d9531a428fb673a47034',
    ...changes,
  };
}

const summary = reportOf(
  'summary',
  'Summary',
  'What came in, what came of it, and what is different from before.',
  [
    part(
      'figures',
      'At a glance',
      { figure: 'Figure', value: 'Now', before: 'Before', change: 'Change' },
      [
        row('received', 'Received', listed(count(128)), count(112), change(0.143)),
        row(
          'resolved',
          'Resolved',
          listed(count(119), '--stage', 'resolved'),
          count(97),
          change(0.227),
        ),
        row('open', 'Open at the end', count(14), count(17), change(-0.176)),
        remarked(
          'changed most',
          row('late', 'Late', listed(share(9, 128), '--late'), share(21, 112), change(-0.625)),
        ),
        row('reopened', 'Opened again', share(3, 119), share(3, 97), change(-0.19)),
        row('upheld', 'Found to be right', share(71, 110), none, none),
        row('satisfaction', 'Satisfaction, 1 to 10', mean(8.13), mean(7.4), change(0.099)),
        row(
          'cost',
          'Cost of remedies',
          { kind: 'money', sums: [eur(234_090), { minor: 19_500, currency: 'BAM' }] },
          euros(198_000),
          none,
        ),
      ],
      { kind: 'tiles', value: 'value', before: 'before', change: 'change' },
    ),
    part(
      'by_week',
      'Week by week',
      { week: 'Week', received: 'Received', resolved: 'Resolved', late: 'Late' },
      [
        row('2026-W45', '2 to 8 Nov', count(31), count(22), share(4, 31)),
        row('2026-W46', '9 to 15 Nov', count(44), count(38), share(3, 44)),
        row('2026-W47', '16 to 22 Nov', count(29), count(35), share(2, 29)),
        row('2026-W48', '23 to 29 Nov', count(24), count(24), share(0, 24)),
      ],
      { kind: 'lines', values: ['received', 'resolved', 'late'] },
    ),
  ],
  { before: october },
);

const causeRows: readonly ReportRow[] = [
  row(
    'delivery/damaged',
    'it arrived damaged',
    listed(count(41), '--cause', 'delivery/damaged'),
    share(41, 128),
    share(41, 128),
    euros(140_900),
  ),
  remarked(
    'growing: 27 where 14 were to be expected',
    row(
      'delivery/late',
      'пратката закъсня с повече от три работни дни',
      listed(count(27), '--cause', 'delivery/late'),
      share(27, 128),
      share(68, 128),
      euros(23_700),
    ),
  ),
  row(
    'staff/rude',
    'η συμπεριφορά του προσωπικού στο κατάστημα',
    count(22),
    share(22, 128),
    share(90, 128),
    {
      kind: 'money',
      sums: [],
    },
  ),
  remarked(
    'new',
    row(
      'product/faulty',
      'สินค้าไม่ทำงานตามที่ควรจะเป็นหลังจากใช้ไปเพียงสองวัน',
      count(17),
      share(17, 128),
      share(107, 128),
      {
        kind: 'money',
        sums: [eur(41_400), { minor: 19_500, currency: 'BAM' }],
      },
    ),
  ),
  row(
    'billing/twice',
    'dva puta naplaćeno, đurđevak šećer čaj žaba',
    count(12),
    share(12, 128),
    share(119, 128),
    euros(9_990),
  ),
  row(
    'other',
    'a cause of more words than anybody would write, but an owner did, and it goes on and on until it ends',
    count(9),
    share(9, 128),
    share(128, 128),
    euros(0),
  ),
];

const causes = reportOf(
  'causes',
  'Causes',
  'What people complain about most, and what it costs.',
  [
    part(
      'by_cause',
      'By cause',
      {
        cause: 'Cause',
        complaints: 'Complaints',
        share: 'Share',
        running: 'Together',
        cost: 'Cost',
      },
      causeRows,
      { kind: 'pareto', value: 'complaints', share: 'running' },
    ),
    part('by_product', 'By product', { product: 'Product', complaints: 'Complaints' }, [], {
      kind: 'pareto',
      value: 'complaints',
      share: 'share',
    }),
  ],
  { narrowedBy: 'owner Lejla, channel phone' },
);

const times = reportOf('times', 'Times', 'How long people waited for you.', [
  part(
    'clocks',
    'How long it took',
    {
      clock: 'Until',
      complaints: 'Complaints',
      median: 'Median',
      p90: '90th percentile',
      elapsed: 'Median elapsed',
      within: 'Within target',
    },
    [
      row(
        'acknowledge',
        'you said that it arrived',
        count(128),
        hours(0.4),
        hours(3.9),
        hours(0.6),
        share(126, 128),
      ),
      row(
        'answer',
        'you answered',
        count(121),
        hours(6.2),
        hours(19.25),
        hours(23.1),
        share(102, 121),
      ),
      row(
        'resolve',
        'it was resolved',
        count(119),
        hours(31.5),
        hours(112),
        hours(160.4),
        share(110, 119),
      ),
      row('survey', 'they were asked', count(0), none, none, none, share(0, 0)),
    ],
    { kind: 'bars', value: 'within' },
  ),
]);

const remedies = reportOf('remedies', 'Remedies', 'What was wished for, offered and chosen.', [
  part(
    'remedies',
    'By remedy',
    {
      remedy: 'Remedy',
      wished: 'Wished',
      offered: 'Offered',
      chosen: 'Chosen',
      cost: 'Cost',
      satisfaction: 'Satisfaction',
    },
    [
      row('replacement', 'replacement', count(60), count(88), count(51), euros(173_400), mean(8.6)),
      row(
        'refund',
        'refund in full',
        count(41),
        count(92),
        count(38),
        euros(98_765_432_10),
        mean(7.9),
      ),
      row('apology', 'apology from the manager', count(2), count(12), count(3), none, none),
    ],
    { kind: 'bars', value: 'chosen' },
  ),
]);

const promises = reportOf('promises', 'Promises', 'Whether you did what you said.', [
  part(
    'promises',
    'Promises that were due',
    { state: 'Promise', promises: 'Promises', share: 'Share' },
    [row('kept', 'kept', count(1), share(1, 1))],
    { kind: 'bars', value: 'promises' },
  ),
]);

const agents = reportOf('agents', 'Agents', 'Who carried how much, and how it went.', [
  part(
    'agents',
    'Everybody',
    {
      agent: 'Agent',
      load: 'Complaints',
      answer: 'Median to answer',
      resolve: 'Median to resolve',
      satisfaction: 'Satisfaction',
      contacts: 'Contacts per complaint',
      repeats: 'Came back',
    },
    [
      remarked(
        'best of November: satisfaction, promises kept',
        row(
          'Lejla',
          'Lejla Šarić-Đorđević',
          count(58),
          hours(4.5),
          hours(28),
          mean(8.9),
          mean(1.4),
          share(1, 58),
        ),
      ),
      row('Sam', 'Sam', count(49), hours(5.75), hours(33), mean(7.8), mean(1.9), share(4, 49)),
      row(
        'somchai',
        'สมชาย ใจดี',
        count(21),
        hours(9),
        hours(51),
        mean(8.1),
        mean(2.2),
        share(2, 21),
      ),
    ],
  ),
]);

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const peaks = reportOf('peaks', 'Peaks', 'When people turn to you.', [
  part(
    'week',
    'By weekday and hour',
    {
      day: 'Day',
      ...Object.fromEntries(
        Array.from({ length: 24 }, (_, hour) => [`h${hour}`, String(hour).padStart(2, '0')]),
      ),
    },
    days.map((day, at) =>
      row(
        day.toLowerCase(),
        day,
        ...Array.from({ length: 24 }, (_, hour) => {
          const busy = at < 5 && hour >= 9 && hour < 18 ? 20 - Math.abs(hour - 11) * 2 - at : 0;
          return listed(count(Math.max(0, busy)), '--channel', 'phone');
        }),
      ),
    ),
    { kind: 'heat' },
  ),
]);

const satisfaction = reportOf('satisfaction', 'Satisfaction', 'What people say afterwards.', [
  part(
    'by_day',
    'Day by day',
    { day: 'Day', answered: 'Answered', score: 'Score', share: 'Share that answered' },
    Array.from({ length: 40 }, (_, at) =>
      row(
        `d${at}`,
        `${(at % 30) + 1} Nov`,
        count((at * 7) % 11),
        at % 9 === 4 ? none : mean(5 + ((at * 13) % 50) / 10),
        share((at * 7) % 11, 12),
      ),
    ),
    { kind: 'lines', values: ['score', 'share'] },
  ),
  part('comments', 'Comments', { when: 'When', comment: 'Comment' }, [
    row('1', 'Fri 20 Nov', text('Very kind. <script>alert("x")</script> & thank you!')),
    row('2', 'Sat 21 Nov', text('=HYPERLINK("http://example.org") | *not bold* \u202edesrever')),
    row('3', 'Sun 22 Nov', text('บริการดีมาก ขอบคุณครับ')),
  ]),
]);

const customers = reportOf('customers', 'Customers', 'Who came back, and who left.', [
  part(
    'repeat',
    'Who complained most',
    { customer: 'Customer', complaints: 'Complaints', last: 'The last one' },
    Array.from({ length: 40 }, (_, at) =>
      row(
        String(at + 1),
        ['Maria Petrova', 'Νίκος Αλεξίου', 'Amra Hodžić', 'สมชาย ใจดี', 'Б. Болдбаатар'][at % 5] ??
          '',
        listed(count(40 - at), '--customer', String(at + 1)),
        text('20 Nov'),
      ),
    ),
    { kind: 'bars', value: 'complaints' },
  ),
]);

const standard = reportOf(
  'standard',
  'Monitoring figures',
  'What standards for complaint handling ask you to watch.',
  [
    part('figures', 'The figures', { figure: 'Figure', value: 'Value', of: 'Share' }, [
      row('received', 'received', listed(count(1_234_567_890)), none),
      row(
        'first_contact',
        'resolved at first contact',
        count(311_400_221),
        share(311_400_221, 1_234_567_890),
      ),
      row('three_days', 'closed within three business days', count(1), share(1, 1_234_567_890)),
      row(
        'eight_weeks',
        'closed within eight weeks',
        count(1_234_567_889),
        share(1_234_567_889, 1_234_567_890),
      ),
      row('improvements', 'improvements made', count(0), none),
    ]),
  ],
);

/** One of each name. */
export const sampleReports: Readonly<Record<ReportName, Report>> = {
  summary,
  causes,
  times,
  remedies,
  promises,
  agents,
  peaks,
  satisfaction,
  customers,
  standard,
};

/** A report of a time in which nothing happened. */
export const emptyReport = reportOf(
  'summary',
  'Summary',
  'What came in, and what came of it.',
  [
    part('figures', 'At a glance', { figure: 'Figure', value: 'Now' }, [], {
      kind: 'tiles',
      value: 'value',
    }),
    part('by_week', 'Week by week', { week: 'Week', received: 'Received' }, [], {
      kind: 'lines',
      values: ['received'],
    }),
    part('week', 'By weekday and hour', { day: 'Day', h9: '09' }, [], { kind: 'heat' }),
  ],
  { business: '', head: '', definitions: [] },
);
