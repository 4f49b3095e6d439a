import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment } from '../support/clean-environment.ts';
import { homeOfSam } from '../support/home-of-sam.ts';
import { hasNyc311, nyc311 } from '../support/nyc311.ts';
import { amendsCommand, runAmends } from '../support/run-amends.ts';
import type { RunOptions } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { csvRows } from './desk-home.ts';

/** A desk, and a way to run the program there. */
async function deskOfSam() {
  const home = await homeOfSam();
  const run = (args: readonly string[], options: RunOptions = {}) =>
    runAmends(args, { home, cwd: home, ...options });
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(home, name), content);
    return name;
  };
  const listed = async (fields: string): Promise<readonly Record<string, unknown>[]> => {
    const { stdout } = await run(['list', '--jsonl', fields, '--sort', 'reference']);
    return stdout.trim() === ''
      ? []
      : stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
  };
  return { home, run, file, listed };
}

const mapping = `source: old-desk
id: Ticket
zone: Europe/Sofia
fields:
  opened_at: Date
  closed_at: Closed
  customer_name: Name
  customer_phone: Phone
  customer_account: Account
  words: Complaint
  channel: { column: Via, values: { Call: phone, Mail: email } }
  chosen: Remedy
  chosen_amount: Amount
  score: Score
`;

const header = 'Ticket,Date,Closed,Name,Phone,Account,Complaint,Via,Remedy,Amount,Score,Shelf';
const first =
  '7,14/03/2025 09:30,15/03/2025,Maria Petrova,+359 88 123 4567,00042,Broken kettle,Call,refund,29.90,9,B4';
const second = '8,02/03/2025,,Maria Petrova,+359 (88) 1234567,,Late again,Mail,,,,';

describe('importing', () => {
  test('a spreadsheet comes in by a mapping: dates, money, customers, scores, and text as it is', async () => {
    const { run, file, listed } = await deskOfSam();
    file('map.yaml', mapping);
    file('old.csv', `${header}\n${first}\n${second}\n`);
    const { code, stdout, stderr } = await run(['import', '--mapping', 'map.yaml', 'old.csv']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('Date: the day comes first, as row 2 says');
    expect(stderr).toContain('2 complaints added');
    expect(stderr).toContain('Customers: 1 new, 1 complaint of known ones');
    const fields =
      'reference,stage,opened_at,closed_at,customer_id,customer_phone,customer_account,channel,chosen,chosen_amount,chosen_currency';
    expect(await listed(fields)).toEqual([
      {
        reference: 'C-1001',
        stage: 'closed',
        opened_at: '2025-03-14T07:30:00.000Z',
        closed_at: '2025-03-14T22:00:00.000Z',
        customer_id: 1,
        customer_phone: '+359 88 123 4567',
        customer_account: '00042',
        channel: 'phone',
        chosen: 'refund',
        chosen_amount: '29.90',
        chosen_currency: 'EUR',
      },
      {
        reference: 'C-1002',
        stage: 'open',
        opened_at: '2025-03-01T22:00:00.000Z',
        closed_at: null,
        customer_id: 1,
        customer_phone: '+359 88 123 4567',
        customer_account: '00042',
        channel: 'email',
        chosen: null,
        chosen_amount: null,
        chosen_currency: null,
      },
    ]);
    const { stdout: page } = await run(['show', 'C-1001']);
    expect(page).toContain('Imported from old-desk, where it was 7');
    expect(page).toContain('Shelf  B4');
    expect((await run(['log', 'C-1001', '--json'])).stdout).toContain('"imported"');
    expect((await run(['search', 'kettle', '--jsonl', 'reference'])).stdout).toContain('C-1001');
    expect((await run(['verify'])).code).toBe(0);
  });

  test('nothing is scheduled for what is open still, and no deadline runs for it (P28)', async () => {
    const { run, file } = await deskOfSam();
    file('map.yaml', mapping);
    file('old.csv', `${header}\n${first}\n${second}\n`);
    const { stderr } = await run(['import', '--mapping', 'map.yaml', 'old.csv']);
    expect(stderr).toContain('1 of them is still open: amends list --stage open.');
    expect((await run(['today', '--json'])).stdout.trim()).toBe('[]');
    expect((await run(['why-due', 'C-1002'])).stderr).toContain('No clock is known');
    await run(['note', 'C-1002', '--text', 'She wrote again.']);
    expect((await run(['today', '--json'])).stdout.trim()).toBe('[]');
    expect((await run(['verify'])).code).toBe(0);
  });

  test('what is opened again is owed an answer anew', async () => {
    const { run, file } = await deskOfSam();
    file('map.yaml', mapping);
    file('old.csv', `${header}\n${first}\n`);
    await run(['import', '--mapping', 'map.yaml', 'old.csv']);
    const undone = await run(['undo', 'C-1001']);
    expect(undone.code).toBe(4);
    await run(['reopen', 'C-1001', '--reason', 'Broken again.', '--to', 'Sam']);
    expect((await run(['why-due', 'C-1001'])).stdout).toContain('C-1001');
    expect((await run(['verify'])).code).toBe(0);
  });

  test('a second run adds nothing, and one after a fault adds what was put right', async () => {
    const { run, file } = await deskOfSam();
    file('map.yaml', mapping);
    const rows = [
      first,
      '9,31/04/2025,,X,,,Odd day,Call,,,,',
      second,
      '10,15/03/2025,,X,,,Scored,Call,,,12,',
    ];
    file('old.csv', `${header}\n${rows.join('\n')}\n`);
    const args = ['import', '--mapping', 'map.yaml', 'old.csv', '--json'];
    const faulty = await run(args);
    expect(faulty.code).toBe(1);
    expect(JSON.parse(faulty.stdout)).toMatchObject({
      added: 2,
      refused: 2,
      rejects: 'old.rejects.csv',
      problems: [
        { code: 'not-a-date', field: 'opened_at', first_rows: [3] },
        { code: 'not-a-score', field: 'score', first_rows: [5] },
      ],
    });
    const again = await run(args);
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, known: 2, refused: 2 });
  });

  test('rejected rows stand in a file as they were, with the reason, and come in once put right', async () => {
    const { home, run, file } = await deskOfSam();
    file('map.yaml', mapping);
    file('old.csv', `${header}\n${first}\n"9","31/04/2025",,X,,,"Odd ""day""",Call,,,,\n`);
    await run(['import', '--mapping', 'map.yaml', 'old.csv']);
    const rejects = join(home, 'old.rejects.csv');
    const told = readFileSync(rejects, 'utf8');
    expect(told).toBe(
      `amends_row,amends_reason,${header}\n3,"opened_at: “31/04/2025” is no date","9","31/04/2025",,X,,,"Odd ""day""",Call,,,,\n`,
    );
    writeFileSync(rejects, told.replace('"9","31/04/2025"', '"9","30/04/2025"'));
    const { code, stderr } = await run(['import', '--mapping', 'map.yaml', 'old.rejects.csv']);
    expect(stderr).toContain('1 complaint added');
    expect(code).toBe(0);
  });

  test('all or nothing is nothing where a row is rejected', async () => {
    const { home, run, file, listed } = await deskOfSam();
    file('map.yaml', mapping);
    file('old.csv', `${header}\n${first}\n9,31/04/2025,,X,,,Odd,Call,,,,\n`);
    const { code, stderr } = await run(['import', '--atomic', '--mapping', 'map.yaml', 'old.csv']);
    expect(code).toBe(1);
    expect(stderr).toContain('Nothing was added, since 1 row is rejected');
    expect(await listed('reference')).toEqual([]);
    expect(existsSync(join(home, 'old.rejects.csv'))).toBe(true);
    file('old.csv', `${header}\n${first}\n${second}\n`);
    expect((await run(['import', '--atomic', '--mapping', 'map.yaml', 'old.csv'])).code).toBe(0);
    expect((await listed('reference')).length).toBe(2);
    expect((await run(['verify'])).code).toBe(0);
  });

  test('a rehearsal says what would come in, and writes nothing', async () => {
    const { home, run, file, listed } = await deskOfSam();
    file('map.yaml', mapping);
    file('old.csv', `${header}\n${first}\n${second}\n9,31/04/2025,,X,,,Odd,Call,,,,\n`);
    const { code, stdout } = await run(['import', '--dry-run', '--mapping', 'map.yaml', 'old.csv']);
    expect(code).toBe(1);
    expect(stdout).toContain('2 complaints would be added, 1 row would be rejected');
    expect(stdout).toContain('Customers: 1 new, 1 complaint of known ones');
    expect(stdout).toContain('1 row (4): opened_at: “31/04/2025” is no date');
    expect(stdout).toContain('opened_at: 2025-03-14 09:30\n');
    expect(await listed('reference')).toEqual([]);
    expect(existsSync(join(home, 'old.rejects.csv'))).toBe(false);
  });

  test('dates that could be two days are asked about, with the rows, and never guessed', async () => {
    const { run, file, listed } = await deskOfSam();
    file('map.yaml', mapping);
    file(
      'old.csv',
      `${header}\n8,02/03/2025,,X,,,Late,Call,,,,\n9,03/04/2025,,X,,,Late,Call,,,,\n`,
    );
    const asked = await run(['import', '--mapping', 'map.yaml', 'old.csv']);
    expect(asked.code).toBe(2);
    expect(asked.stderr).toContain('Date: 2 rows can be read (such as 2, 3)');
    expect(asked.stderr).toContain('--date-order');
    expect(await listed('reference')).toEqual([]);
    file('both.csv', `${header}\n8,14/03/2025,,X,,,A,Call,,,,\n9,03/14/2025,,X,,,B,Call,,,,\n`);
    const both = await run(['import', '--mapping', 'map.yaml', 'both.csv']);
    expect(both.code).toBe(2);
    expect(both.stderr).toContain('row 2 has the day first, row 3 the month');
    const said = [
      'import',
      '--mapping',
      'map.yaml',
      'old.csv',
      '--date-order',
      'mdy',
      '--zone',
      'UTC',
    ];
    expect((await run(said)).code).toBe(0);
    expect((await listed('opened_at'))[0]).toEqual({ opened_at: '2025-02-03T00:00:00.000Z' });
  });

  test('an unknown file is told what to do, and the proposed mapping takes it', async () => {
    const { run, file } = await deskOfSam();
    const columns = 'Ticket No;Date received;Customer;E-mail;Category;Description;Status;Csat;Odd';
    const rows = [
      '0012;2025-03-14 09:30;Maria;maria@example.org;Delivery;Late;Closed;8;x',
      '0013;2025-03-15 10:00;Νίκος;;Delivery;Broken;In progress;;',
    ];
    file('tickets.csv', `${columns}\n${rows.join('\n')}\n`);
    const unknown = await run(['import', 'tickets.csv']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('--suggest');
    const { code, stdout } = await run(['import', '--suggest', 'tickets.csv']);
    expect(code).toBe(0);
    expect(stdout).toContain('id: Ticket No');
    expect(stdout).toContain('# No place was found for: Odd.');
    file('map.yaml', stdout);
    const taken = await run(['import', '--mapping', 'map.yaml', 'tickets.csv', '--json']);
    expect(taken.stderr).toBe('');
    expect(JSON.parse(taken.stdout)).toMatchObject({
      added: 2,
      refused: 0,
      open: 1,
      delimiter: ';',
    });
  });

  test.each([
    ['Номер;Дата;Клиент;Телефон;Продукт;Описание;Статус', 'нова', 'затворена', 'в движение'],
    ['Дугаар;Огноо;Харилцагч;Утас;Бүтээгдэхүүн;Гомдол;Төлөв', 'шинэ', 'хаагдсан', 'замдаа'],
    [
      'Αριθμός;Ημερομηνία;Πελάτης;Τηλέφωνο;Προϊόν;Περιγραφή;Κατάσταση',
      'Νέο',
      'ΚΛΕΙΣΤΟ',
      'στον δρόμο',
    ],
    ['Broj;Datum;Kupac;Telefon;Proizvod;Opis;Stanje', 'Novo', 'Zatvoreno', 'na putu'],
    ['เลขที่;วันที่;ลูกค้า;โทรศัพท์;สินค้า;รายละเอียด;สถานะ', 'ใหม่', 'ปิด', 'ระหว่างทาง'],
  ])(
    'proposes a mapping for a file in any language spoken here: %s',
    async (columns, open, closed, other) => {
      const { run, file, listed } = await deskOfSam();
      const rows = [open, closed, other].map(
        (stage, row) =>
          `00${row};2025-03-1${row} 09:30;Sample;0888 123 45${row};lamp;late;${stage}`,
      );
      file('old.csv', `${columns}\n${rows.join('\n')}\n`);
      const { stdout } = await run(['import', '--suggest', 'old.csv']);
      expect(stdout).toContain('# Every column has a place.');
      // A word that nobody knows is taken for open, and the owner is told so where they look it over.
      expect(stdout).toContain(`${other}: open # not known here`);
      file('map.yaml', stdout);
      expect((await run(['import', '--mapping', 'map.yaml', 'old.csv'])).code).toBe(0);
      expect(await listed('stage,product')).toEqual(
        ['open', 'closed', 'open'].map((stage) => ({ stage, product: 'lamp' })),
      );
    },
  );

  test('what no name tells is guessed by what stands in the columns, and the owner is told so', async () => {
    const { run, file, listed } = await deskOfSam();
    const rows = [
      '14.03.2025;0888 123 456;sample@example.org;000123;closed with an explanation and money;The parcel came late',
      '15.03.2025;+359 88 123 4567;other@example.org;000124;closed with an explanation and money;ส่งของผิดและไม่มีใครรับสาย',
    ];
    file('old.csv', `A;B;C;D;E;F\n${rows.join('\n')}\n`);
    const { stdout } = await run(['import', '--suggest', 'old.csv']);
    const guessed = ['opened_at: A', 'customer_phone: B', 'customer_email: C', 'words: F'];
    for (const line of guessed) expect(stdout).toContain(`${line} # by its values`);
    expect(stdout).toContain('# No place was found for: D, E.');
    file('map.yaml', stdout);
    expect((await run(['import', '--mapping', 'map.yaml', 'old.csv'])).code).toBe(0);
    expect(await listed('words')).toEqual([
      { words: 'The parcel came late' },
      { words: 'ส่งของผิดและไม่มีใครรับสาย' },
    ]);
  });

  test('leaves the settings of the search as it found them', async () => {
    const { home, run, file } = await deskOfSam();
    file('map.yaml', mapping);
    file('old.csv', `${header}\n${first}\n${second}\n`);
    await run(['import', '--mapping', 'map.yaml', 'old.csv']);
    const record = new Sqlite(join(home, 'share', 'amends', 'amends.db'), { readonly: true });
    for (const index of ['complaint_search', 'customer_search']) {
      const rows = record.prepare(`SELECT k, v FROM ${index}_config`).raw().all();
      // What FTS5 does where nothing is set.
      const untouched = { automerge: 4, crisismerge: 16, hashsize: 1024 * 1024 };
      expect(Object.fromEntries(rows as [string, number][])).toMatchObject(untouched);
    }
    record.close();
  });

  test('what was closed elsewhere, on a day that nobody wrote down, has no answer due (P28)', async () => {
    const { run, file } = await deskOfSam();
    file('map.yaml', 'source: old\nid: id\nfields: { opened_at: at, stage: state }\n');
    file('old.csv', 'id,at,state\n1,2025-03-14T09:30Z,closed\n2,2025-03-15T09:30Z,open\n');
    await run(['import', '--mapping', 'map.yaml', 'old.csv']);
    const { stdout: list } = await run(['list']);
    expect(list).toMatch(/C-1002 .* answer by/);
    expect(list).not.toMatch(/C-1001 .* answer by/);
    expect((await run(['show', 'C-1002'])).stdout).toContain('Answer due');
    expect((await run(['show', 'C-1001'])).stdout).not.toContain('Answer due');
  });

  test('standard input, JSON lines and JSON come in as well, numbers as they are written', async () => {
    const { run, file, listed } = await deskOfSam();
    file(
      'map.yaml',
      'source: app\nid: key\nfields:\n  opened_at: at\n  customer_account: account\n  customer_name: who\n',
    );
    const one =
      '{"key":12345678901234567890,"at":"2025-03-14T05:20:00Z","account":"007","who":"A"}';
    const two = '{"key":2,"at":"2025-03-15T05:20:00Z","account":1.50,"who":"B","extra":{"a":[1]}}';
    const args = ['import', '-', '--mapping', 'map.yaml', '--json'];
    const lines = await run(args, { stdin: `${one}\nnot json\n${two}\n` });
    expect(lines.code).toBe(1);
    expect(JSON.parse(lines.stdout)).toMatchObject({
      added: 2,
      refused: 1,
      rejects: 'rejects.jsonl',
    });
    const array = await run(args, { stdin: `[${one},\n ${two}]` });
    expect(JSON.parse(array.stdout)).toMatchObject({ added: 0, known: 2, refused: 0 });
    expect(await listed('customer_account')).toEqual([
      { customer_account: '007' },
      { customer_account: '1.50' },
    ]);
    const { stdout } = await run(['log', 'C-1001', '--json']);
    expect(stdout).toContain('12345678901234567890');
  });

  test('bytes that are no character, and a NUL, are rejected at their row, as they were', async () => {
    const { home, run, file } = await deskOfSam();
    file('map.yaml', mapping);
    const broken = Buffer.concat([
      Buffer.from(`${header}\n${first}\n8,14/03/2025,,Éva Žižić,,,café, `).subarray(0, -2),
      Buffer.from([0xc3]),
      Buffer.from(',Call,,,,\n9,14/03/2025,,X,,,nul\0nul,Call,,,,\n'),
    ]);
    file('old.csv', broken);
    const { code, stdout } = await run(['import', '--mapping', 'map.yaml', 'old.csv', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      added: 1,
      problems: [
        { code: 'half-character', first_rows: [3] },
        { code: 'nul', first_rows: [4] },
      ],
    });
    const rejects = readFileSync(join(home, 'old.rejects.csv'));
    expect(rejects.includes(Buffer.from([0xa9, 0xc3, 0x2c]))).toBe(true);
  });

  test.each([
    ['no file', ['import'], 2, 'Name the file'],
    ['a file that is not there', ['import', 'nowhere.csv'], 2, 'ENOENT'],
    ['a folder', ['import', '.'], 2, 'EISDIR'],
    ['an unknown layout', ['import', 'x.csv', '--preset', 'nyc'], 2, 'nyc311'],
    [
      'two mappings',
      ['import', 'x.csv', '--preset', 'cfpb', '--mapping', 'm.yaml'],
      2,
      'one of them',
    ],
    ['an unknown encoding', ['import', 'x.csv', '--encoding', 'koi8'], 2, 'windows-1251'],
    ['an order that is none', ['import', 'x.csv', '--date-order', 'us'], 2, 'mdy'],
    ['a zone that is none', ['import', 'x.csv', '--zone', 'Mars'], 2, 'Mars'],
    ['a delimiter that is none', ['import', 'x.csv', '--delimiter', 'ab'], 2, 'separates no cells'],
    ['a mapping that is none', ['import', 'x.csv', '--mapping', 'x.csv'], 2, 'x.csv:1'],
    ['an empty file', ['import', 'empty.csv'], 2, 'is empty'],
    ['a spreadsheet', ['import', 'book.xlsx'], 2, 'save it as CSV'],
    [
      'a layout whose columns are not there',
      ['import', 'x.csv', '--preset', 'cfpb'],
      2,
      'Complaint ID',
    ],
  ] as const)('%s is told with what to do', async (_, args, exit, said) => {
    const { run, file } = await deskOfSam();
    file('x.csv', 'a,b\n1,2\n');
    file('empty.csv', '');
    file('book.xlsx', 'PK\x03\x04');
    const { code, stderr } = await run(args);
    expect(stderr).toContain(said);
    expect(code).toBe(exit);
  });

  test('every fault of a mapping file is told with its line', async () => {
    const { run, file } = await deskOfSam();
    file('x.csv', 'a,b\n1,2\n');
    file('map.yaml', 'fields:\n  worsd: a\n  stage: { colunm: b }\nzone: Nowhere\nrest: some\n');
    const { code, stderr } = await run(['import', 'x.csv', '--mapping', 'map.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('map.yaml:2 fields.worsd');
    expect(stderr).toContain('map.yaml:3 fields.stage.colunm');
    expect(stderr).toContain('map.yaml:4 zone');
    expect(stderr).toContain('source has to have a name');
  });
});

test('Ctrl+C stops behind the rows in hand, says how to go on, and the next run brings in the rest', async () => {
  const { home, run, file, listed } = await deskOfSam();
  file('map.yaml', 'source: long\nid: id\nfields: { opened_at: at, words: words }\n');
  const many = 25_000;
  const rows = Array.from({ length: many }, (_, n) => `${n},2025-03-14T05:20:00Z,Late again`);
  file('long.csv', `id,at,words\n${rows.join('\n')}\n`);
  const args = ['import', '--mapping', 'map.yaml', 'long.csv', '--json'];
  const child = spawn(amendsCommand[0] ?? '', [...amendsCommand.slice(1), ...args], {
    cwd: home,
    env: cleanEnvironment(home, {}),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const said = text(child.stdout);
  const ended = once(child, 'exit');
  while ((await listed('reference')).length === 0);
  child.kill('SIGINT');
  expect((await ended)[0]).toBe(130);
  const { stopped, added } = JSON.parse(await said);
  expect(stopped).toBe(true);
  expect(added).toBeLessThan(many);
  const rest = JSON.parse((await run(args)).stdout);
  expect(rest).toMatchObject({ known: added, added: many - added, stopped: false });
  expect((await run(['verify'])).code).toBe(0);
}, 180_000);

describe('the desk’s own export', () => {
  test.each(['csv', 'jsonl'])(
    'as %s comes in elsewhere and goes out again byte for byte',
    async (format) => {
      const home = temporaryFolder();
      const there = join(home, 'there.db');
      const demo = await runAmends(['demo', '--keep', '--db', there], { home });
      expect(demo.code).toBe(0);
      const here = await deskOfSam();
      const one = join(home, `one.${format}`);
      const two = join(home, `two.${format}`);
      await runAmends(['export', '--db', there, '--format', format, '--output', one], { home });
      const { code, stderr } = await here.run(['import', one]);
      expect(stderr).toContain('Recognised as the layout amends');
      expect(code).toBe(0);
      await here.run(['export', '--format', format, '--output', two]);
      expect(readFileSync(two, 'utf8')).toBe(readFileSync(one, 'utf8'));
      expect((await here.run(['verify'])).code).toBe(0);
      // Where it comes from, it is known as what it is.
      const back = await runAmends(['import', one, '--db', there, '--as', 'Sam', '--json'], {
        home,
      });
      expect(JSON.parse(back.stdout)).toMatchObject({ added: 0, refused: 0 });
    },
  );

  test('keeps texts that look like formulas, also those that begin with an apostrophe', async () => {
    const { run, file, listed } = await deskOfSam();
    const texts = ['=1+1', "'=1+1", "''-x", "'tis", '@', "'"];
    const rows = texts.map((text, index) =>
      JSON.stringify({
        reference: `C-${2000 + index}`,
        stage: 'open',
        opened_at: '2025-03-14T05:20:00.000Z',
        words: text,
      }),
    );
    file('own.jsonl', `${rows.join('\n')}\n`);
    expect((await run(['import', 'own.jsonl'])).code).toBe(0);
    const { stdout } = await run(['export']);
    const other = await deskOfSam();
    expect((await other.run(['import', '-'], { stdin: stdout })).code).toBe(0);
    expect((await other.listed('words')).map(({ words }) => words)).toEqual(texts);
    expect((await listed('words')).map(({ words }) => words)).toEqual(texts);
  });

  test('has new numbers where its own are taken, and says so', async () => {
    const { run, file, listed } = await deskOfSam();
    const row = (opened: string, words: string) =>
      JSON.stringify({
        reference: 'C-1001',
        stage: 'open',
        opened_at: opened,
        customer_id: 1,
        customer_name: words,
        words,
      });
    file('one.jsonl', `${row('2025-03-14T05:20:00.000Z', 'First')}\n`);
    file('two.jsonl', `${row('2025-03-15T05:20:00.000Z', 'Second')}\n`);
    expect((await run(['import', 'one.jsonl'])).code).toBe(0);
    const clash = await run(['import', 'two.jsonl']);
    expect(clash.code).toBe(1);
    expect(clash.stderr).toContain('--source');
    const named = await run(['import', 'two.jsonl', '--source', 'other-desk']);
    expect(named.stderr).toContain(
      '1 complaint has another number here, since theirs is taken: C-1001 → C-1002',
    );
    expect(named.stderr).toContain(
      '1 customer has another number here, since theirs is taken: 1 → 2',
    );
    expect(await listed('reference,customer_id,words')).toEqual([
      { reference: 'C-1001', customer_id: 1, words: 'First' },
      { reference: 'C-1002', customer_id: 2, words: 'Second' },
    ]);
  });

  test('leads from a merged complaint to the other one, whichever comes first', async () => {
    const { run, file, listed } = await deskOfSam();
    const row = (n: number, more: object) =>
      JSON.stringify({
        reference: `C-${n}`,
        stage: 'closed',
        opened_at: `2025-03-14T05:20:0${n}.000Z`,
        ...more,
      });
    const rows = [
      row(1, { merged_into: 'C-2' }),
      row(2, { merged_into: 'C-3' }),
      row(3, {}),
      row(4, { merged_into: 'C-9' }),
    ];
    file('own.jsonl', `${rows.join('\n')}\n`);
    const { code, stderr } = await run(['import', 'own.jsonl']);
    expect(code).toBe(1);
    expect(stderr).toContain('merged_into: it was merged into C-9, which is not here');
    expect(await listed('reference,merged_into')).toEqual([
      { reference: 'C-1', merged_into: 'C-2' },
      { reference: 'C-2', merged_into: 'C-3' },
      { reference: 'C-3', merged_into: null },
    ]);
    expect((await run(['verify'])).code).toBe(0);
  });
});

describe.skipIf(!hasNyc311)('4,969 real complaints to New York’s 311 line', () => {
  test('come in without a loss, to the minute, and counted as the sqlite3 shell counts the raw file', async () => {
    const { run, listed } = await deskOfSam();
    const { code, stdout } = await run(['import', nyc311, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      layout: 'nyc311',
      rows: 4969,
      added: 4969,
      refused: 0,
      open: 277,
    });
    const raw = csvRows(readFileSync(nyc311, 'utf8').replaceAll('\r\n', '\n'));
    const [columns = [], ...rows] = raw;
    const opened = columns.indexOf('Created Date');
    const there = rows.map((row) => row[opened]);
    const local = new Intl.DateTimeFormat('en-US', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    const here = await listed('opened_at,cause');
    const told = here.map(({ opened_at }) => {
      const [date = '', time = ''] = local.format(new Date(String(opened_at))).split(', ');
      const [month, day, year] = date.split('/');
      return `${month}/${day}/20${year} ${time.replace(/^0(\d)/, '$1')}`;
    });
    expect(told).toEqual(there);
    const shell = spawnSync('sqlite3', [
      ':memory:',
      `.import --csv ${nyc311} t`,
      `SELECT "Complaint Type", count(*) FROM t GROUP BY 1 ORDER BY 1`,
    ]);
    const byType = Object.groupBy(here, ({ cause }) => String(cause).split('/')[0] ?? '');
    const counted = Object.entries(byType).map(([type, of]) => `${type}|${of?.length}`);
    expect(counted.toSorted()).toEqual(shell.stdout.toString().trim().split('\n'));
    const again = await run(['import', nyc311, '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, known: 4969 });
    expect((await run(['verify'])).code).toBe(0);
  }, 180_000);
});
