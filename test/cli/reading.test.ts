import { expect, test } from 'vitest';
import { openAmends } from '../support/run-amends.ts';
import { csvRows, deskHome } from './desk-home.ts';

const lines = (text: string): string[] => text.trimEnd().split('\n');
const references = (text: string): unknown[] =>
  (JSON.parse(text) as { reference: unknown }[]).map(({ reference }) => reference);

const three = [
  {},
  { customer: { name: 'Amra Hodžić', email: 'amra@example.org' }, answers: { channel: 'email' } },
  { customer: { name: 'สมชาย ใจดี' }, answers: { words: 'กาต้มน้ำแตก' }, promised: '' },
];

test('a list is one line a complaint for people, the newest first', async () => {
  const desk = await deskHome(three);
  const { code, stdout, stderr } = await desk.run(['list']);
  const [titles, ...rows] = lines(stdout);
  expect(titles).toMatch(/^REFERENCE +OPENED +STAGE +CUSTOMER +ABOUT +NEXT$/);
  expect(rows.map((row) => row.split(' ')[0])).toEqual(['C-1003', 'C-1002', 'C-1001']);
  expect(rows[2]).toContain('Maria Petrova');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a list on a terminal fits its width, with Thai names too', async () => {
  const desk = await deskHome(three);
  const terminal = openAmends(['list'], { home: desk.home, columns: 80, rows: 12 });
  await terminal.see('C-1001');
  expect((await terminal.exit()).code).toBe(0);
  const shown = (await terminal.screen()).split('\n').filter((line) => /C-\d/.test(line));
  expect(shown).toHaveLength(3);
  expect(shown.join('\n')).toContain('สมชาย ใจดี');
});

test('a script gets a JSON array with exactly the fields it names, in their order', async () => {
  const desk = await deskHome();
  const { stdout } = await desk.run(['list', '--json', 'stage,reference,thanked,opened_at']);
  const [record] = JSON.parse(stdout) as Record<string, unknown>[];
  expect(Object.keys(record ?? {})).toEqual(['stage', 'reference', 'thanked', 'opened_at']);
  expect(record).toMatchObject({ reference: 'C-1001', thanked: true });
  expect(record?.['opened_at']).toMatch(/^2026-11-21T07:03:\d\d\.000Z$/);
});

test('without a list of fields a script gets all of them, the same as the export has', async () => {
  const desk = await deskHome();
  const [record] = JSON.parse((await desk.run(['list', '--json'])).stdout) as object[];
  const [header] = csvRows((await desk.run(['export'])).stdout);
  expect(Object.keys(record ?? {})).toEqual(header);
});

test('the same records come as JSON lines, CSV and tab-separated text', async () => {
  const desk = await deskHome([{ answers: { words: 'One line\n"two"\tthree\\' } }, {}]);
  const fields = 'reference,words';
  const jsonl = await desk.run(['list', '--sort', 'reference', '--jsonl', fields]);
  expect(lines(jsonl.stdout).map((line) => JSON.parse(line))).toEqual([
    { reference: 'C-1001', words: 'One line\n"two"\tthree\\' },
    { reference: 'C-1002', words: 'The kettle arrived in pieces.' },
  ]);
  const csv = await desk.run(['list', '--sort', 'reference', '--csv', fields]);
  expect(csvRows(csv.stdout)).toEqual([
    ['reference', 'words'],
    ['C-1001', 'One line\n"two"\tthree\\'],
    ['C-1002', 'The kettle arrived in pieces.'],
  ]);
  const plain = await desk.run(['list', '--sort', 'reference', '--plain', fields]);
  expect(plain.stdout).toBe(
    'C-1001\tOne line\\n"two"\\tthree\\\\\nC-1002\tThe kettle arrived in pieces.\n',
  );
});

test('a jq expression picks from the JSON, and one that is wrong says so', async () => {
  const desk = await deskHome(three);
  const picked = await desk.run([
    'list',
    '--jq',
    '.[] | select(.channel == "email") | .customer_name',
  ]);
  expect(picked).toMatchObject({ code: 0, stdout: 'Amra Hodžić\n', stderr: '' });
  const wrong = await desk.run(['list', '--jq', '.[']);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain('--jq');
});

test('a list is narrowed by stage, channel, cause, customer, words and time', async () => {
  const desk = await deskHome(three);
  const found = async (...filter: string[]) =>
    references(
      (await desk.run(['list', '--sort', 'reference', '--json', 'reference', ...filter])).stdout,
    );
  expect(await found('--stage', 'resolved')).toEqual(['C-1003']);
  expect(await found('--stage', 'open', '--stage', 'resolved')).toHaveLength(3);
  expect(await found('--stage', 'open,waiting')).toEqual(['C-1001', 'C-1002']);
  expect(await found('--channel', 'email')).toEqual(['C-1002']);
  expect(await found('--cause', 'delivery')).toHaveLength(3);
  expect(await found('--cause', 'billing')).toEqual([]);
  expect(await found('--customer', 'hodzic')).toEqual(['C-1002']);
  expect(await found('--customer', '1')).toEqual(['C-1001']);
  expect(await found('--customer', 'nobody of that name')).toEqual([]);
  expect(await found('--text', 'pieces')).toEqual(['C-1001', 'C-1002']);
  expect(await found('--owner', 'Lejla')).toEqual([]);
  expect(await found('--since', '2026-11-21', '--until', '2026-11-21')).toHaveLength(3);
  expect(await found('--until', '2026-11-20')).toEqual([]);
  expect(await found('--since', '2026-11-21T07:00:00Z')).toHaveLength(3);
  expect(await found('--limit', '1')).toEqual(['C-1001']);
});

test('a name that several customers have is asked for by number', async () => {
  const desk = await deskHome([
    {},
    { customer: { name: 'Maria Petrova', phone: '+359 2 555 0100' } },
  ]);
  const { code, stdout, stderr } = await desk.run(['list', '--json', '--customer', 'petrova']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/2 Maria Petrova/);
});

test('an empty list is done: an empty array for scripts, a remark for people', async () => {
  const desk = await deskHome([]);
  expect(await desk.run(['list', '--json'])).toMatchObject({ code: 0, stdout: '[]\n', stderr: '' });
  expect(await desk.run(['list'])).toMatchObject({
    code: 0,
    stdout: '',
    stderr: 'Nothing found.\n',
  });
  expect(await desk.run(['list', '-q'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

test('a reference is understood as people type it', async () => {
  const desk = await deskHome();
  for (const typed of ['C-1001', 'c-1001', '1001', '#1001']) {
    const { code, stdout } = await desk.run(['show', typed, '--json', 'reference']);
    expect({ code, stdout: JSON.parse(stdout) }).toEqual({
      code: 0,
      stdout: [{ reference: 'C-1001' }],
    });
  }
});

test('a reference behind --json is a reference and no list of fields', async () => {
  const desk = await deskHome();
  const { code, stdout } = await desk.run(['show', '--json', 'C-1001']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ reference: 'C-1001', wish: 'replacement' }]);
});

test('show gives the whole record under its five steps (P36)', async () => {
  const desk = await deskHome();
  const { code, stdout } = await desk.run(['show', 'C-1001']);
  expect(code).toBe(0);
  const steps = ['LISTEN', 'APOLOGISE', 'OFFER', 'RESOLVE', 'THANK'];
  expect(stdout.match(/^[A-Z]{5,}$/gm)?.filter((title) => steps.includes(title))).toEqual(steps);
  for (const said of [
    'Maria Petrova',
    'The kettle arrived in pieces.',
    'delivery: it arrived damaged',
    'replacement (chosen)',
    'new kettle by express (Sam, by ',
    'how we pack kettles',
  ]) {
    expect(stdout).toContain(said);
  }
});

test('several complaints are shown in the order they are named, or none at all', async () => {
  const desk = await deskHome([{}, {}]);
  const both = await desk.run(['show', '1002', '1001', '--json', 'reference']);
  expect(references(both.stdout)).toEqual(['C-1002', 'C-1001']);
  const missing = await desk.run(['show', '1001', '7']);
  expect(missing).toMatchObject({ code: 3, stdout: '' });
  expect(missing.stderr).toContain('C-7');
});

test('the log tells what happened, the newest last, with the hash that vouches for it', async () => {
  const desk = await deskHome();
  const events = lines((await desk.run(['log', '1001', '--jsonl'])).stdout).map((line) =>
    JSON.parse(line),
  );
  // The set-up of the desk stands before it: whose it is, and who works there.
  expect(events[0]).toMatchObject({
    seq: 3,
    reference: 'C-1001',
    n: 1,
    type: 'opened',
    agent: 'Sam',
  });
  expect(events.at(-1)).toMatchObject({
    type: 'finished',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const newest = lines((await desk.run(['log', '--jsonl', 'seq', '--limit', '2'])).stdout);
  expect(newest.map((line) => JSON.parse(line).seq)).toEqual(
    events.slice(-2).map(({ seq }) => seq),
  );
  const page = await desk.run(['log', 'C-1001']);
  expect(page.stdout).toContain('In their own words: The kettle arrived in pieces.');
  expect(page.stdout).toContain(String(events.at(-1).hash).slice(0, 8));
});

test('today names what is due with its promise (P28), and amends alone says the same', async () => {
  const desk = await deskHome();
  const entries = JSON.parse((await desk.run(['today', '--json'])).stdout) as object[];
  expect(entries).toContainEqual(
    expect.objectContaining({
      reference: 'C-1001',
      kind: 'promise',
      what: 'new kettle by express',
    }),
  );
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'followup' }));
  const page = await desk.run(['today']);
  expect(page.stdout).toContain('new kettle by express');
  expect((await desk.run([])).stdout).toBe(page.stdout);
});

test('what people read names things as people call them, never by the ids of programs', async () => {
  const desk = await deskHome();
  const list = (await desk.run(['list'])).stdout;
  expect(list).toMatch(/ open +Maria Petrova +kettle, delivery: it arrived damaged /);
  expect((await desk.run(['show', '1001'])).stdout).toContain('Stage  open\n');
  const log = (await desk.run(['log'])).stdout;
  for (const said of [
    'Do they say yes to that? yes, that is it',
    'Cause: delivery: it arrived damaged',
    'They chose: replacement',
    'Did you thank them? yes, said',
  ]) {
    expect(log).toContain(said);
  }
  expect(log).not.toMatch(/true|delivery\/|: bg/);
});
