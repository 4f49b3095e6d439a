import { expect, test } from 'vitest';
import { deskHome } from './desk-home.ts';

test('the answers are taken from YAML or JSON, with what is asked as keys', async () => {
  const desk = await deskHome();
  const yaml = 'what: postage back\nby: in 4 days\n';
  const made = await desk.run(['promise', 'add', '1001', '--from-file', '-'], { stdin: yaml });
  expect(made).toMatchObject({ code: 0, stdout: 'C-1001\t2\n' });
  const json = JSON.stringify({ promise: 2, note: 'Paid today.' });
  const kept = await desk.run(['promise', 'keep', '1001', '--from-file', '-'], { stdin: json });
  expect(kept).toMatchObject({ code: 0, stdout: 'C-1001\n' });
  const heard = ['wait', '1001', '--from-file', '-'];
  await desk.run(heard, { stdin: 'until: in 3 days\nreason: photo\n' });
  // What is in the file says which of the two it is.
  expect((await desk.run(heard, { stdin: 'text: It is here.\n' })).code).toBe(0);
});

const broken: readonly [what: string, code: number, file: string, says: readonly string[]][] = [
  ['no YAML', 2, 'text: [unclosed', ['Line 1']],
  ['no fields', 2, '- text\n', ['Line 1']],
  ['nothing', 2, '', ['nothing in the file']],
  ['a field there is not', 2, 'txet: hi\n', ['Line 1', '“txet”', 'Did you mean text?']],
  ['a number for a text', 2, 'text: 12\n', ['Line 1, column 7', 'quotes']],
  ['a character that cannot be stored', 2, 'text: "a\\0b"\n', ['Line 1', 'NUL']],
  ['half a character', 2, 'text: "\\ud800"\n', ['Line 1', 'half a character']],
  ['an empty text', 2, 'text: ""\n', ['text: It is missing']],
  ['ten megabytes', 2, `text: ${'a'.repeat(10_000_000)}\n`, ['larger than 5 MB']],
  ['four megabytes of text', 2, `text: ${'a'.repeat(4_000_000)}\n`, ['text', '4,000']],
  ['a channel there is not', 2, 'text: hi\nchannel: fax\n', ['channel', '“fax”']],
];

test.for(broken)('a file with %s changes nothing', async ([, code, stdin, says]) => {
  const desk = await deskHome();
  const before = await desk.run(['log', '--json', 'hash']);
  const ran = await desk.run(['note', '1001', '--from-file', '-'], { stdin });
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
  for (const text of says) expect(ran.stderr).toContain(text);
  expect((await desk.run(['log', '--json', 'hash'])).stdout).toBe(before.stdout);
});

test('bytes that are not UTF-8 are told as that', async () => {
  const desk = await deskHome();
  const stdin = Buffer.from('text: \xff\xfe', 'latin1');
  const ran = await desk.run(['note', '1001', '--from-file', '-'], { stdin });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('UTF-8');
});

test('a PIN has no place in a file that is kept', async () => {
  const desk = await deskHome();
  await desk.run(['offer', '1001', 'discount', '--percent', '60', '--reason', 'x']);
  const stdin = 'reason: fair\npin: "4711"\n';
  const ran = await desk.run(['approve', '1001', '--from-file', '-'], { stdin });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('“pin”');
});

test('every command that acts prints the schema of its file, without a record too', async () => {
  const desk = await deskHome([]);
  const commands = ['note', 'callback', 'wait', 'offer', 'approve', 'resolve', 'close', 'merge'];
  for (const command of [...commands, 'promise add', 'promise keep', 'undo', 'redo']) {
    const ran = await desk.run([...command.split(' '), '--schema', '--db', '/none/none.db']);
    expect({ command, code: ran.code }).toEqual({ command, code: 0 });
    expect(JSON.parse(ran.stdout)).toHaveProperty('$schema');
  }
  const offer = await desk.run(['offer', '--schema']);
  expect(JSON.parse(offer.stdout)).toMatchObject({
    required: ['remedy'],
    properties: { remedy: { enum: expect.arrayContaining(['refund']) } },
  });
});

test('behind a reference the schema has that complaint’s own people', async () => {
  const desk = await deskHome();
  const ran = await desk.run(['assign', '1001', '--schema']);
  expect(JSON.parse(ran.stdout)).toMatchObject({ properties: { to: { enum: ['Sam'] } } });
});
