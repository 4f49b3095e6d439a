import { expect, test } from 'vitest';
import { openAmends } from '../support/run-amends.ts';
import { deskHome } from './desk-home.ts';

const three = [
  {},
  {
    customer: { name: 'Amra Hodžić', phone: '+387 33 555 010', email: 'amra@example.org' },
    answers: { channel: 'email', severity: 'high', words: 'Račun je pogrešan' },
  },
  { customer: { name: 'สมชาย ใจดี' }, answers: { words: 'กาต้มน้ำแตก' }, promised: '' },
];

test('who looks for somebody gets their complaint, and where they were found', async () => {
  const desk = await deskHome(three);
  const { code, stdout, stderr } = await desk.run(['search', 'hodzic']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [head, context, ...more] = stdout.trimEnd().split('\n');
  expect(head).toMatch(/^C-1002 {2}Amra Hodžić {2}open {2}/);
  expect(context).toBe('    customer: Amra [Hodžić]');
  expect(more).toEqual([]);
});

test('on a terminal every line fits its width, whatever was said', async () => {
  const desk = await deskHome(three);
  const terminal = openAmends(['search', 'แตก'], { home: desk.home, columns: 60, rows: 12 });
  await terminal.see('C-1003');
  expect((await terminal.exit()).code).toBe(0);
  expect(await terminal.screen()).toContain('กาต้มน้ำ');
});

test('a script gets what was found, by field, with the words as they were written (P3)', async () => {
  const desk = await deskHome(three);
  const { stdout } = await desk.run(['search', 'racun', '--json']);
  expect(JSON.parse(stdout)).toEqual([
    {
      reference: 'C-1002',
      opened_at: expect.stringMatching(/^2026-11-21T07:\d\d:\d\d\.000Z$/),
      stage: 'open',
      owner: 'Sam',
      customer_name: 'Amra Hodžić',
      found_in: 'words',
      context: 'Račun je pogrešan',
      found: ['Račun'],
    },
  ]);
});

test('references, phones and words are found alike, several of them together', async () => {
  const desk = await deskHome(three);
  const found = async (...args: string[]) =>
    (await desk.run(['search', ...args, '--plain', 'reference'])).stdout.trimEnd().split('\n');
  expect(await found('C-1001')).toEqual(['C-1001']);
  expect(await found('#1003')).toEqual(['C-1003']);
  expect(await found('033', '555', '010')).toEqual(['C-1002']);
  expect(await found('maria', 'kettle')).toEqual(['C-1001']);
  expect(await found('kettle', '--limit', '1')).toEqual(['C-1003']);
  expect(await found('kettle', '--severity', 'high')).toEqual(['C-1002']);
  expect(await found('kettle', '--stage', 'resolved')).toEqual(['C-1003']);
  expect(await found('nowhere')).toEqual(['']);
});

test('more than is shown is said, and so is nothing', async () => {
  const desk = await deskHome(three);
  const more = await desk.run(['search', 'kettle', '--limit', '1']);
  expect(more.stdout.split('\n')).toHaveLength(3);
  expect(more.stderr).toContain('--limit');
  const nothing = await desk.run(['search', 'nowhere']);
  expect(nothing).toMatchObject({ code: 0, stdout: '' });
  expect(nothing.stderr).not.toBe('');
});

test('a search for nothing, and a choice there is not, are told apart from finding none', async () => {
  const desk = await deskHome(three);
  expect(await desk.run(['search'])).toMatchObject({ code: 2, stdout: '' });
  const wrong = await desk.run(['search', 'kettle', '--outcome', 'resolvd']);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toMatch(/--outcome.*resolvd[\s\S]*resolved, promised, unsatisfied/);
});

test('a list is narrowed by severity, outcome and what is late', async () => {
  const desk = await deskHome(three);
  const found = async (...filter: string[]) =>
    (await desk.run(['list', '--sort', 'reference', '--plain', 'reference', ...filter])).stdout
      .trimEnd()
      .split('\n')
      .filter(Boolean);
  expect(await found('--severity', 'high')).toEqual(['C-1002']);
  expect(await found('--outcome', 'resolved')).toEqual(['C-1003']);
  expect(await found('--verdict', 'upheld')).toEqual([]);
  expect(await found('--key')).toEqual([]);
  expect(await found('--late')).toEqual([]);
});
