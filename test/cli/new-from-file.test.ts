import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kettle } from '../support/sample-home.ts';
import { deskHome } from './desk-home.ts';

test('a record from standard input gives its reference, and nothing else, on standard output', async () => {
  const desk = await deskHome([]);
  const { code, stdout, stderr } = await desk.run(['new', '--from-file', '-'], { stdin: kettle });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'C-1001\n' });
  expect(stderr).toBe('Taken and stored as C-1001.\n');
  const shown = await desk.run(['show', '1001', '--json', 'words,owner']);
  expect(JSON.parse(shown.stdout)).toEqual([
    { words: 'The kettle arrived in pieces.', owner: 'Sam' },
  ]);
});

test('a script gets the stored record as JSON', async () => {
  const desk = await deskHome([]);
  const file = join(desk.home, 'record.yaml');
  writeFileSync(file, kettle);
  const { stdout } = await desk.run(['new', '--from-file', file, '--json', 'reference,stage']);
  expect(JSON.parse(stdout)).toEqual({ reference: 'C-1001', stage: 'open' });
});

test('a rehearsal shows the record and writes nothing', async () => {
  const desk = await deskHome([]);
  const rehearsed = await desk.run(['new', '--from-file', '-', '--dry-run'], { stdin: kettle });
  expect(rehearsed.code).toBe(0);
  expect(rehearsed.stdout).toContain('The kettle arrived in pieces.');
  expect(JSON.parse((await desk.run(['list', '--json'])).stdout)).toEqual([]);
});

test('what a rule refuses ends with 4, names the place in the file, and writes nothing (P20)', async () => {
  const desk = await deskHome([]);
  const stdin = kettle.replace('29.90 EUR', '2990.00 EUR');
  const { code, stdout, stderr } = await desk.run(['new', '--from-file', '-'], { stdin });
  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toContain('offers[1]');
  expect(JSON.parse((await desk.run(['list', '--json'])).stdout)).toEqual([]);
});

test('a file that is no record ends with 2, and so does one that is not there', async () => {
  const desk = await deskHome([]);
  const broken = await desk.run(['new', '--from-file', '-'], { stdin: 'words: [unclosed' });
  expect(broken).toMatchObject({ code: 2, stdout: '' });
  const unknown = await desk.run(['new', '--from-file', '-'], { stdin: 'wodrs: broken\n' });
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('wodrs');
  const missing = await desk.run(['new', '--from-file', join(desk.home, 'none.yaml')]);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain('ENOENT');
  expect((await desk.run(['new', '--from-file', '-'], { stdin: '' })).code).toBe(2);
});

test('the schema of a record is JSON with the choices of the playbook', async () => {
  const desk = await deskHome([]);
  const { code, stdout } = await desk.run(['new', '--schema']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining('2020-12') });
  expect(stdout).toContain('delivery/damaged');
});

test('whoever works is said by --as, and is remembered', async () => {
  const desk = await deskHome([]);
  await desk.run(['new', '--from-file', '-', '--as', 'Lejla'], { stdin: kettle });
  const owner = await desk.run(['list', '--json', 'owner']);
  expect(JSON.parse(owner.stdout)).toEqual([{ owner: 'Lejla' }]);
  // Two people work here now, and nothing says which of them this is.
  const nobody = await desk.run(['new', '--from-file', '-'], { stdin: kettle });
  expect(nobody.code).toBe(2);
  expect(nobody.stderr).toContain('--as');
  const again = await desk.run(['new', '--from-file', '-'], {
    stdin: kettle,
    env: { AMENDS_AGENT: 'Sam' },
  });
  expect(again.code).toBe(0);
});

test('a playbook that cannot be used is told by file and line, and leaves the record alone', async () => {
  const desk = await deskHome([]);
  const run = (folder: string) =>
    desk.run(['new', '--from-file', '-', '--playbook', folder], { stdin: kettle });
  const missing = await run(join(desk.home, 'none'));
  expect(missing).toMatchObject({ code: 1, stdout: '' });
  expect(missing.stderr).toContain('none');
  const own = join(desk.home, 'own');
  mkdirSync(own);
  writeFileSync(join(own, 'products.yaml'), 'products:\n  - id: kettle\n   label: Kettle\n');
  const broken = await run(own);
  expect(broken.code).toBe(1);
  expect(broken.stderr).toMatch(/products\.yaml:\d+/);
  // Reading back what was taken needs no playbook.
  expect((await desk.run(['list', '--playbook', own])).code).toBe(0);
});

test('a desk is set up by flags, role included, and the role decides what may be given (P21)', async () => {
  const desk = await deskHome([]);
  const set = await desk.run([
    'init',
    '--agent',
    'Lejla',
    '--role',
    'owner',
    '--team',
    'front desk',
    '--zone',
    'Europe/Sofia',
  ]);
  expect(set).toMatchObject({ code: 0, stdout: '' });
  const stdin = kettle.replace('29.90 EUR', '299.00 EUR');
  const sam = await desk.run(['new', '--from-file', '-', '--as', 'Sam'], { stdin });
  const owner = await desk.run(['new', '--from-file', '-', '--as', 'Lejla'], { stdin });
  expect([sam.code, owner.code]).toEqual([4, 0]);
});
