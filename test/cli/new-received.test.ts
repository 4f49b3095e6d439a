import { expect, test } from 'vitest';
import { openAmends } from '../support/run-amends.ts';
import { kettle } from '../support/sample-home.ts';
import { deskHome } from './desk-home.ts';

test('from when it reached us the clocks run, not from when somebody took it up (P25, P40)', async () => {
  const desk = await deskHome([]);
  const stdin = `received: 2 hours ago\n${kettle}`;
  const fields = 'received_at,opened_at,answer_due';
  const ran = await desk.run(['new', '--from-file', '-', '--json', fields], { stdin });
  const { received_at, opened_at, answer_due } = JSON.parse(ran.stdout) as Record<string, string>;
  const hours = (from = '', to = '') => (Date.parse(to) - Date.parse(from)) / 3_600_000;
  expect(hours(received_at, opened_at)).toBeCloseTo(2, 1);
  expect(hours(received_at, answer_due)).toBe(10);
});

const moments: readonly [typed: string, says: string][] = [
  ['in 2 hours', 'That lies ahead'],
  ['tomorrow', 'That lies ahead'],
  ['1999-12-31 10:00', 'before the year 2000'],
  ['soonish', '“soonish”'],
  ['03/04/2026', 'two dates'],
];

test.for(moments)('a complaint cannot have reached us %s', async ([typed, says]) => {
  const desk = await deskHome([]);
  const stdin = `received: ${typed}\n${kettle}`;
  const ran = await desk.run(['new', '--from-file', '-'], { stdin });
  expect(ran).toMatchObject({ code: 4, stdout: '' });
  expect(ran.stderr).toContain(`received: `);
  expect(ran.stderr).toContain(says);
  expect((await desk.run(['list', '--json'])).stdout).toBe('[]\n');
  const terminal = openAmends(['new', '--received', typed], { home: desk.home });
  await terminal.see(says).see('--received');
  expect(await terminal.exit()).toMatchObject({ code: 2 });
});

test('a conversation about an email that lay there begins with when that came', async () => {
  const desk = await deskHome([]);
  const args = ['new', '--channel', 'email', '--received', '2 hours ago', '--accessible'];
  const terminal = openAmends(args, { home: desk.home });
  await terminal.see('--received: ').see('Step 1 of 5').press('ctrl+c');
  await terminal.exit();
  const { stdout } = await desk.run(['list', '--json', 'channel,received_at']);
  expect(JSON.parse(stdout)).toEqual([
    { channel: 'email', received_at: expect.stringMatching(/Z$/) },
  ]);
});
