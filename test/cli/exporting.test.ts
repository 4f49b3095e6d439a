import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { textsToBe } from '../support/forbidden.ts';
import { csvRows, deskHome } from './desk-home.ts';

test('an export is one stable row a complaint, with its head beside it', async () => {
  const desk = await deskHome([{ answers: { words: 'Two\nlines, "quoted"' } }, {}]);
  const file = join(desk.home, 'complaints.csv');
  const { code, stdout, stderr } = await desk.run(['export', '--output', file]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  const rows = csvRows(readFileSync(file, 'utf8'));
  expect(rows.map(([reference]) => reference)).toEqual(['reference', 'C-1001', 'C-1002']);
  expect(rows[1]).toContain('Two\nlines, "quoted"');
  const head = readFileSync(`${file}.head`, 'utf8').trim();
  expect(stderr).toBe(`2 complaints → ${file}, head ${head}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const verified = await desk.run(['verify', '--expect', head]);
  expect(verified).toMatchObject({ code: 0, stderr: '' });
});

test('an export to standard output is nothing but data', async () => {
  const desk = await deskHome();
  const fields = ['--fields', 'reference,chosen_amount,offers'];
  const csv = await desk.run(['export', ...fields]);
  expect(csvRows(csv.stdout)[1]?.slice(0, 2)).toEqual(['C-1001', '']);
  const jsonl = await desk.run(['export', '--format', 'jsonl', '--output', '-', ...fields]);
  expect(JSON.parse(jsonl.stdout)).toMatchObject({
    reference: 'C-1001',
    offers: [{ remedy: 'replacement' }, { remedy: 'refund', amount: '29.90', currency: 'EUR' }],
  });
});

test('no text of a customer becomes a formula in a spreadsheet, unless that is wanted', async () => {
  const formulas = textsToBe('guarded').map(({ text }) => text);
  const desk = await deskHome(formulas.map((words) => ({ answers: { words } })));
  const words = (text: string) =>
    csvRows(text)
      .slice(1)
      .map(([cell]) => cell);
  const guarded = words((await desk.run(['export', '--fields', 'words'])).stdout);
  const listed = words((await desk.run(['list', '--sort', 'reference', '--csv', 'words'])).stdout);
  expect(guarded.every((cell) => !/^[=+\-@\t\r]/.test(cell ?? ''))).toBe(true);
  expect(listed).toEqual(guarded);
  const raw = words((await desk.run(['export', '--fields', 'words', '--no-formula-guard'])).stdout);
  expect(raw).toContain('+1+1');
});

test('a file that was there stays as it was when an export cannot be written', async () => {
  const desk = await deskHome();
  const missing = await desk.run(['export', '--output', join(desk.home, 'nowhere', 'x.csv')]);
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain('ENOENT');
  const file = join(desk.home, 'x.csv');
  writeFileSync(file, 'before');
  const unknown = await desk.run(['export', '--output', file, '--fields', 'nothing']);
  expect(unknown.code).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe('before');
  expect(readdirSync(desk.home).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('filters of an export are those of a list', async () => {
  const desk = await deskHome([{}, { answers: { channel: 'email' } }]);
  const { stdout } = await desk.run(['export', '--channel', 'email', '--fields', 'reference']);
  expect(csvRows(stdout)).toEqual([['reference'], ['C-1002']]);
});

test('a pipe is written to and never replaced, and a link stays a link', async () => {
  const desk = await deskHome();
  const pipe = join(desk.home, 'pipe');
  spawnSync('mkfifo', [pipe]);
  const reference = ['--fields', 'reference'];
  const [read, ran] = await Promise.all([
    text(createReadStream(pipe)),
    desk.run(['export', '--output', pipe, ...reference]),
  ]);
  expect(ran.code).toBe(0);
  expect(read).toBe('reference\n"C-1001"\n');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
  const bookmark = await desk.run(['export', '--output', pipe, '--since-last', 'nightly']);
  expect(bookmark).toMatchObject({ code: 2, stdout: '' });
  const file = join(desk.home, 'there.csv');
  const link = join(desk.home, 'link.csv');
  writeFileSync(file, 'before');
  symlinkSync(file, link);
  await desk.run(['export', '--output', link, ...reference]);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('reference\n"C-1001"\n');
});
