import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changePeople, editing, permitFor } from '../../src/desk/agents.ts';
import { hashPin } from '../../src/desk/pin.ts';
import { setUpDesk } from '../../src/desk/set-up.ts';
import type { TerminalSession } from '../support/pseudo-terminal.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { completeComplaint, openSampleDesk } from '../support/sample-record.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DAY = 86_400_000;

/** Sam and Lejla take complaints, Ana decides with her PIN; Maria's is late, and her promise is still ahead. */
async function homeOfThree(): Promise<string> {
  const home = temporaryFolder();
  const folder = join(home, 'share', 'amends');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const desk = await openSampleDesk(folder, { now: Date.now() - 30 * DAY });
  const people = [
    { name: 'Lejla', role: 'agent' },
    { name: 'Ana', role: 'owner' },
  ] as const;
  const sam = {
    business: 'Kettle & Co',
    agent: 'Sam',
    team: 'repairs desk',
    role: 'agent',
  } as const;
  const answers = { ...sam, reachUs: '02 123 4567', others: people };
  await setUpDesk(desk.store, answers, 'Europe/Sofia', desk.now());
  const allowed = await permitFor(desk, { name: 'Ana' }, async () => '4711');
  if (!allowed.ok) throw new Error(JSON.stringify(allowed.refusal));
  await changePeople(desk, allowed.permit, editing('Ana', { pinHash: hashPin('4711') }));
  await completeComplaint(desk, { due: Date.now() + 5 * DAY });
  await desk.store.close();
  return home;
}

/** Sits down in front of a dumb terminal that is high enough for a whole page. */
const sitDown = (home: string, as: string, args: readonly string[] = []): TerminalSession =>
  openAmends([...args, '--as', as], { home, env: { TERM: 'dumb' }, rows: 120, columns: 120 });

const record = async (home: string, fields: string): Promise<unknown> =>
  JSON.parse((await runAmends(['show', '1001', '--json', fields], { home })).stdout);

test('a morning in lines: what is late is told of, handed over, asked for and decided, by three people (P7, P21, P28)', async () => {
  const home = await homeOfThree();
  const sam = sitDown(home, 'Sam');
  await sam.see('Late:').see('1. C-1001, Maria Petrova').see('q quit, h help)').send('1\n');
  // What happened, what is promised and what can be done is read out; a delay is told.
  await sam.see('What happened, the newest first:').see('b back, h help)').send('delay\n');
  await sam.see('Say: "I said that I would tell you before').see('Enter for').send('\n');
  await sam.see('By when').send('in 30 days 15:00\n').see('Is that right?').send('\n');
  await sam.see('Why (').send('the part is late\n').see('Told them by:').send('1\n');
  await sam.see('C-1001: the delay is written down.').see('To take it back (delay a promise): u.');
  // Another window, meanwhile: Ana notes something. Sam hears of it, and hands over all the same.
  const noted = await runAmends(['note', '1001', 'She rang again.', '--as', 'Ana'], { home });
  expect(noted.code).toBe(0);
  await sam.send('hand over\n').see('Ana went on meanwhile: ').see('Lejla, agent');
  await sam.send('lejla\n').see('Why (').send('I am off at noon\n');
  await sam.see('C-1001 is handed over to Lejla, with a summary.').send('q\n');
  expect(await sam.exit()).toMatchObject({ code: 0 });
  const lejla = sitDown(home, 'Lejla', ['show', 'C-1001']);
  await lejla
    .see('Lejla has it.')
    .send('offer\n')
    .see(/discount.*yours to give up to 15 %/);
  await lejla.send('discount\n').see('How many percent').send('40\n');
  await lejla
    .see('Why (')
    .send('for the long wait\n')
    .see('C-1001: a supervisor is asked')
    .send('b\n');
  expect(await lejla.exit()).toMatchObject({ code: 0 });
  const ana = sitDown(home, 'Ana');
  await ana.see(/(\d)\. C-1001, Maria Petrova: discount, 40 %/).see('h help)');
  const [, n = ''] = /(\d)\. C-1001, Maria Petrova: discount, 40 %/.exec(await ana.screen()) ?? [];
  await ana.send(`${n}\n`).see('1. say yes to what was asked, comes next').send('1\n');
  await ana.see('Enter for discount, 40 %').send('\n').see('Why (').send('fair\n');
  await ana.see('Enter for Ana').send('\n').see('Their PIN (it is not shown').send('1111\r');
  // What is typed is hidden from the moment on in which it is asked for again.
  await ana
    .see(/not the PIN of Ana.*Their PIN \(it is not shown/s)
    .send('4711\r')
    .see('C-1001: approved.')
    .send('q\n');
  expect(await ana.exit()).toMatchObject({ code: 0 });
  expect(ana.raw()).not.toContain('4711');
  expect(await record(home, 'owner')).toEqual([{ owner: 'Lejla' }]);
  const { stdout } = await runAmends(['log', '1001', '--jsonl', 'type,agent'], { home });
  expect(
    stdout
      .trim()
      .split('\n')
      .slice(-5)
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { type: 'promise_delayed', agent: 'Sam' },
    { type: 'noted', agent: 'Ana' },
    { type: 'handed_over', agent: 'Sam' },
    { type: 'approval_asked', agent: 'Lejla' },
    { type: 'approved', agent: 'Ana' },
  ]);
});

test('Ctrl+D leaves an action undone and ends with 0, Ctrl+C with 130; at the PIN too', async () => {
  const home = await homeOfThree();
  await runAmends(
    ['offer', '1001', 'discount', '--percent', '40', '--reason', 'late', '--as', 'Sam'],
    {
      home,
    },
  );
  const before = (await runAmends(['log', '--json'], { home })).stdout;
  for (const [key, code] of [
    ['\u0004', 0],
    ['\u0003', 130],
  ] as const) {
    const sam = sitDown(home, 'Sam', ['show', '1001']);
    await sam.see('b back, h help)').send('hand over\n').see('Which? (1-').send(key);
    expect(await sam.exit()).toMatchObject({ code });
    const ana = sitDown(home, 'Ana', ['show', '1001']);
    await ana.see('b back, h help)').send('say yes\n').see('Enter for').send('\n').see('Why (');
    await ana.send('fair\n').see('Enter for Ana').send('\n').see('Their PIN').send(key);
    expect(await ana.exit()).toMatchObject({ code });
  }
  expect((await runAmends(['log', '--json'], { home })).stdout).toBe(before);
});
