import { expect, test } from 'vitest';
import { amendsCommand } from '../support/run-amends.ts';
import { runCommand } from '../support/run-command.ts';
import { kettle } from '../support/sample-home.ts';
import { type DeskHome, deskHome } from './desk-home.ts';

/** A desk where Sam works with Lejla, and Ana is the owner; C-1001 is Maria's kettle, C-1002 Marko's. */
async function team(): Promise<DeskHome> {
  const marko = { name: 'Marko Ilić', email: 'marko@example.org' };
  const desk = await deskHome([{}, { customer: marko }]);
  for (const args of [['Ana', '--role', 'owner'], ['Lejla']]) {
    const { code, stderr } = await desk.run(['agent', 'add', ...args, '--as', 'Sam']);
    if (code !== 0) throw new Error(stderr);
  }
  return desk;
}

const doing =
  (desk: DeskHome) =>
  async (line: string, ...texts: readonly string[]) => {
    const ran = await desk.run([...line.split(' '), ...texts, '--as', 'Sam']);
    if (ran.code !== 0) throw new Error(`${line}: ${ran.stderr}`);
    return ran;
  };

async function record(desk: DeskHome, reference: string, fields: string) {
  const { stdout } = await desk.run(['show', reference, '--json', fields]);
  return (JSON.parse(stdout) as Record<string, unknown>[])[0];
}

test('a script gets the reference on standard output, and people a sentence beside it', async () => {
  const desk = await deskHome();
  expect(await desk.run(['note', 'c-1001', 'She called again.'])).toEqual({
    code: 0,
    signal: null,
    stdout: 'C-1001\n',
    stderr: 'C-1001: the note is written down.\n',
  });
  const quiet = await desk.run(['note', '#1001', 'And again.', '-q']);
  expect(quiet).toMatchObject({ code: 0, stdout: 'C-1001\n', stderr: '' });
  expect((await desk.run(['log', '1001'])).stdout).toContain('She called again.');
});

test('a machine gets the record as it stands after it', async () => {
  const desk = await team();
  const run = doing(desk);
  const given = await run('assign 1001 --to Lejla --json reference,owner');
  expect(JSON.parse(given.stdout)).toEqual({ reference: 'C-1001', owner: 'Lejla' });
  // Commander takes a reference behind --json for a list of fields.
  const whole = await run('escalate --reason angry --json C-1001');
  expect(JSON.parse(whole.stdout)).toMatchObject({ reference: 'C-1001', stage: 'escalated' });
});

test('a date is said back as it was understood (P27)', async () => {
  const desk = await deskHome();
  const { stderr } = await doing(desk)('callback 1001 --reason parts --at', 'in 2 days 10:30');
  expect(stderr).toMatch(/^--at: [A-Z][a-z]+ \d+ [A-Z][a-z]+ \d{4}, 10:30$/m);
});

test('waiting and what came of it are one command (P36)', async () => {
  const desk = await deskHome();
  const run = doing(desk);
  await run('wait 1001 --reason photo --until', 'in 3 days');
  expect(await record(desk, '1001', 'stage')).toEqual({ stage: 'waiting' });
  await run('wait 1001 --heard', 'The photo is here.');
  expect(await record(desk, '1001', 'stage')).toEqual({ stage: 'open' });
});

test('a call-back that reached nobody is tried again (P9)', async () => {
  const desk = await deskHome();
  const run = doing(desk);
  await run('callback 1001 --reason parts --at', 'in 2 hours');
  // With hyphens, as options are written.
  await run('callback 1001 --outcome not-reached --at', 'in 5 hours');
  const { contacts } = (await record(desk, '1001', 'contacts')) ?? {};
  expect(contacts).toMatchObject([
    { kind: 'followup' },
    { kind: 'callback', state: 'done', outcome: 'not_reached' },
    { kind: 'callback', state: 'due' },
  ]);
});

test('a promise gives its number, and is kept by it (P28)', async () => {
  const desk = await deskHome();
  const run = doing(desk);
  const made = await run('promise add 1001 --what postage --by', 'in 4 days');
  expect(made.stdout).toBe('C-1001\t2\n');
  const late = await run('promise delay 1001 2 --reason strike --told phone --by', 'in 5 days');
  expect(late.stdout).toBe('C-1001\n');
  await run('promise keep 1001 2');
  const { promises } = (await record(desk, '1001', 'promises')) ?? {};
  expect(promises).toMatchObject([{ state: 'open' }, { state: 'kept', what: 'postage' }]);
});

test('what is above the line is asked for, decided by a supervisor, and given (P21)', async () => {
  const desk = await team();
  const run = doing(desk);
  const asked = await run('offer 1002 discount --percent 40 --reason', 'third time');
  expect(asked.stdout).toBe('C-1002\t1\n');
  const decided = await desk.run(['approve', '1002', '--reason', 'fair', '--as', 'ana']);
  expect(decided).toMatchObject({ code: 0, stdout: 'C-1002\n' });
  const log = await desk.run(['log', '1002', '--json', 'agent,type']);
  expect(JSON.parse(log.stdout)).toContainEqual({ agent: 'Ana', type: 'approved' });
});

test('a supervisor decides at somebody else’s screen with a PIN from a file (P21)', async () => {
  const desk = await team();
  const owner = ['agent', 'edit', 'Ana', '--new-pin-from-file', '-', '--as', 'Ana'];
  expect(await desk.run(owner, { stdin: '4711\n' })).toMatchObject({ code: 0 });
  await doing(desk)('offer 1002 discount --percent 40 --reason', 'third time');
  const decide = ['approve', '1002', '1', '--reason', 'fair', '--supervisor', 'Ana', '--as', 'Sam'];
  const bare = await desk.run(decide);
  expect(bare.code).toBe(2);
  expect(bare.stderr).toContain('--pin-from-file');
  const wrong = await desk.run([...decide, '--pin-from-file', '-'], { stdin: '4712\n' });
  expect(wrong).toMatchObject({ code: 4, stdout: '' });
  const right = await desk.run([...decide, '--pin-from-file', '-'], { stdin: '4711\n' });
  expect(right).toMatchObject({ code: 0, stdout: 'C-1002\n' });
});

test('a rehearsal is no way to guess a PIN: wrong ones are counted in it too', async () => {
  const desk = await team();
  const owner = ['agent', 'edit', 'Ana', '--new-pin-from-file', '-', '--as', 'Ana'];
  await desk.run(owner, { stdin: '4711\n' });
  await doing(desk)('offer 1002 discount --percent 40 --reason', 'third time');
  const decide = ['decline', '1002', '--reason', 'no', '--supervisor', 'Ana', '--as', 'Sam'];
  const tries = [...decide, '--dry-run', '--pin-from-file', '-'];
  for (let n = 0; n < 4; n++) expect((await desk.run(tries, { stdin: '0000' })).code).toBe(4);
  expect(await desk.run(tries, { stdin: '4711' })).toMatchObject({ code: 4, stdout: '' });
});

test('a complaint is resolved, closed with what was learnt, and opened again (P30, P36, P37)', async () => {
  const desk = await team();
  const run = doing(desk);
  await run('promise keep 1001');
  await run('resolve 1001 --accepted yes --text', 'A new kettle came.');
  await run('close 1001 --verdict upheld --changed', 'Thicker boxes.');
  expect(await record(desk, '1001', 'stage,root_cause,verdict,changed')).toEqual({
    stage: 'closed',
    root_cause: 'delivery/damaged',
    verdict: 'upheld',
    changed: 'Thicker boxes.',
  });
  await run('reopen 1001 --to Lejla --reason', 'It leaks.');
  expect(await record(desk, '1001', 'stage,owner')).toEqual({ stage: 'open', owner: 'Lejla' });
});

test('what came after the conversation is all in the printed record (P28, P36, P37)', async () => {
  const desk = await team();
  const run = doing(desk);
  await run('offer 1001 discount --percent 40 --reason', 'third time');
  await desk.run(['decline', '1001', '--reason', 'too much at once', '--as', 'Ana']);
  await run('promise delay 1001 1 --reason strike --by', 'in 9 days');
  const open = await desk.run(['show', '1001']);
  expect(open.stdout).toMatch(
    /ASKED OF A SUPERVISOR\n {2}.*40.*third time; declined by Ana; too much/,
  );
  expect(open.stdout.replaceAll(/\s+/g, ' ')).toMatch(
    /moved to \S+day .*they do not know yet; strike/,
  );
  await run('promise told 1001 1 --how phone');
  await run('promise keep 1001 1');
  await run(
    'resolve 1001 --accepted no --text replaced --decision',
    'We replaced it, and cannot refund it too.',
  );
  await run('close 1001 --verdict partly --changed', 'Thicker boxes.');
  const { stdout } = await desk.run(['show', '1001']);
  for (const said of [
    ' kept ',
    'AFTERWARDS',
    'We replaced it, and cannot refund it too.',
    'Thicker boxes.',
    'in part',
    'CLOCKS',
  ]) {
    expect(stdout).toContain(said);
  }
  await run('reopen 1001 --reason', 'It leaks.');
  expect((await desk.run(['show', '1001'])).stdout).toContain('Opened again  once');
});

test('two complaints become one, and undo takes them apart again (P8)', async () => {
  const desk = await team();
  const run = doing(desk);
  // Maria again: known by her name and number.
  const again = await desk.run(['new', '--from-file', '-', '--as', 'Sam'], { stdin: kettle });
  expect(again.stdout).toBe('C-1003\n');
  await run('merge 1003 1001 --reason', 'the same kettle');
  expect(await record(desk, '1003', 'merged_into')).toEqual({ merged_into: 'C-1001' });
  await run('undo 1003');
  expect(await record(desk, '1003', 'merged_into')).toEqual({ merged_into: null });
  await run('redo 1003');
  expect(await record(desk, '1003', 'merged_into')).toEqual({ merged_into: 'C-1001' });
});

test('an event is undone by its number in the log, and what was undone is told', async () => {
  const desk = await deskHome();
  const run = doing(desk);
  await run('note 1001', 'first note');
  await run('note 1001', 'second note');
  const log = (await desk.run(['log', '1001'])).stdout.split('\n');
  const n = log.find((line) => line.includes('first note'))?.split(' ')[0] ?? '';
  const { stderr } = await run(`undo 1001 ${n}`);
  expect(stderr).toMatch(/^taken back: .*first note/m);
});

test('a rehearsal shows what would be different, and nothing is', async () => {
  const desk = await deskHome();
  const before = await desk.run(['show', '1001', '--json']);
  const line = ['wait', '1001', '--until', 'in 3 days', '--reason', 'photo', '--dry-run'];
  const rehearsed = await desk.run(line);
  expect(rehearsed.code).toBe(0);
  expect(rehearsed.stdout).toContain('stage: open → waiting\n');
  expect(rehearsed.stdout).toContain('contacts 2 kind: nothing → wait\n');
  const machine = await desk.run([...line, '--json', 'stage']);
  expect(machine.stdout).toBe('{"stage":"waiting"}\n');
  expect((await desk.run(['show', '1001', '--json'])).stdout).toBe(before.stdout);
  expect((await desk.run(['verify'])).code).toBe(0);
});

test('another process that was quicker is no reason to fail a script', async () => {
  const desk = await deskHome();
  const notes = Array.from({ length: 8 }, (_, n) => desk.run(['note', '1001', `note ${n}`]));
  expect((await Promise.all(notes)).map(({ code }) => code)).toEqual(Array(8).fill(0));
  const log = await desk.run(['log', '1001', '--json', 'type']);
  expect(JSON.parse(log.stdout)).toHaveLength(
    (JSON.parse(log.stdout) as { type: string }[]).filter(({ type }) => type !== 'noted').length +
      8,
  );
});

test('what was done stays done when nobody reads the answer any more', async () => {
  const { home, run } = await deskHome();
  const [node = '', launcher = ''] = amendsCommand;
  const piped = 'set -o pipefail; "$0" "$1" note 1001 stored | true';
  const command = ['bash', '-c', piped, node, launcher];
  expect(await runCommand(command, { home })).toMatchObject({ code: 0 });
  expect((await run(['log', '1001'])).stdout).toContain('stored');
});
