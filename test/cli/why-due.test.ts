import { expect, test } from 'vitest';
import { deskHome } from './desk-home.ts';

test('an agent reads out why a complaint is due, clock by clock', async () => {
  const desk = await deskHome();
  const { code, stdout, stderr } = await desk.run(['why-due', 'C-1001']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('C-1001: the answer\n');
  expect(stdout).toContain('C-1001: the resolution\n');
  expect(stdout).toMatch(/Runs since Saturday 21 November 2026, 09:03, when it was taken up\./);
  expect(stdout).toMatch(/stopped, because the conversation ended/);
});

test('of one clock alone, where it is named', async () => {
  const desk = await deskHome();
  const { stdout } = await desk.run(['why-due', '1001', '--clock', 'answer']);
  expect(stdout).toContain('the answer');
  expect(stdout).not.toContain('the resolution');
});

test('a script gets the sums in minutes, the moments in UTC, and the arithmetic in pieces', async () => {
  const desk = await deskHome();
  const { stdout } = await desk.run(['why-due', '--json', 'C-1001', '--clock', 'answer']);
  const [record] = JSON.parse(stdout) as Record<string, unknown>[];
  expect(record).toMatchObject({
    reference: 'C-1001',
    clock: 'answer',
    state: 'stopped',
    target_minutes: 600,
    aim_minutes: 480,
    counted_minutes: 0,
    left_minutes: 600,
    met: true,
    warning: null,
    calendar: 0,
  });
  expect(record?.['started']).toMatch(/^2026-11-21T07:03:\d\d\.000Z$/);
  expect(record?.['lines']).toMatchObject([
    { kind: 'target', target_minutes: 600, aim_minutes: 480, because: { by: 'usual' } },
    { kind: 'started', at: record?.['started'], because: 'opened' },
    { kind: 'elapsed', from: record?.['started'], counted_minutes: 0, so_far_minutes: 0 },
    { kind: 'stopped', at: record?.['stopped_at'], because: 'finished' },
  ]);
  const plain = await desk.run(['why-due', 'C-1001', '--plain', 'clock,state']);
  expect(plain.stdout).toContain('answer\tstopped\n');
  const late = await desk.run([
    'why-due',
    'C-1001',
    '--jq',
    '.[] | select(.met == false) | .clock',
  ]);
  expect(late).toMatchObject({ code: 0, stdout: '' });
});

test('a complaint that is not there, a clock that is none, and no reference at all are told apart', async () => {
  const desk = await deskHome();
  const missing = await desk.run(['why-due', 'C-2000']);
  expect(missing).toMatchObject({ code: 3, stdout: '' });
  expect(missing.stderr).toContain('C-2000');
  const mistyped = await desk.run(['why-due', 'C-1001', '--clock', 'anser']);
  expect(mistyped).toMatchObject({ code: 2, stdout: '' });
  expect(mistyped.stderr).toContain('answer');
  const bare = await desk.run(['why-due']);
  expect(bare.code).toBe(2);
  expect(bare.stderr).toContain('amends why-due C-1042');
});

test('a clock that this complaint has not is not found, and those it has are named', async () => {
  const desk = await deskHome([{ answers: { followup: null } }]);
  const none = await desk.run(['why-due', 'C-1001', '--clock', 'followup']);
  expect(none).toMatchObject({ code: 3, stdout: '' });
  expect(none.stderr).toContain('answer');
});
