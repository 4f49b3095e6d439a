import { expect, test } from 'vitest';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { deskHome } from './desk-home.ts';

const plain = { TERM: 'dumb' };

test('a new desk asks a few short questions in lines, and then begins the conversation', async () => {
  const home = temporaryFolder();
  const desk = openAmends(['new', '--accessible'], { home });
  await desk.see('Name of the business').send('Kettle & Co\n');
  await desk.see('Your name').send('Sam\n');
  await desk.see('Your team').send('\n');
  await desk.see('Your role').send('2\n');
  await desk.see('How customers reach you').send('\n');
  await desk.see('Your language').send('\n');
  await desk.see('Time zone').send('\n');
  await desk.see('When are you open').send('\n');
  await desk.see('Currency').send('\n');
  await desk.see('Who else works here').send('\n');
  await desk.see('Step 1 of 5').see('Customer');
  await desk.press('ctrl+c');
  expect(await desk.exit()).toMatchObject({ code: 130 });
  const { stdout } = await runAmends(['today', '--json', 'kind,question'], { home });
  expect(JSON.parse(stdout)).toContainEqual({ kind: 'unfinished', question: 'customer' });
});

test('leaving the set-up writes nothing and ends with 130', async () => {
  for (const env of [plain, {}]) {
    for (const key of ['ctrl+c', 'ctrl+d']) {
      const home = temporaryFolder();
      const desk = openAmends(['new'], { home, env });
      await desk.see('Name of the business').press(key);
      expect(await desk.exit()).toMatchObject({ code: 130 });
      const { stdout } = await runAmends(['log', '--json'], { home });
      expect(stdout).toBe('[]\n');
    }
  }
});

test('on an ordinary terminal the set-up is a prompt that can be edited', async () => {
  const home = temporaryFolder();
  const desk = openAmends(['init'], { home });
  await desk.see('Name of the business').type('Κettle').press('enter');
  await desk.see('Your name').press('enter');
  await desk.see('Your team').press('enter');
  await desk.see('Your role').press('down').press('enter');
  await desk.see('How customers reach you').press('enter');
  await desk.see('Your language').press('enter');
  await desk.see('Time zone').press('enter');
  await desk.see('When are you open').press('enter');
  await desk.see('Currency').press('enter');
  await desk.see('Who else works here').press('enter');
  await desk.see('supervisor.');
  expect(await desk.exit()).toMatchObject({ code: 0 });
});

test('a conversation that was left goes on where it stood; there may be none', async () => {
  const { home, run } = await deskHome([]);
  const none = openAmends(['resume'], { home, env: plain });
  await none.see('has left no conversation');
  expect(await none.exit()).toMatchObject({ code: 3 });
  const first = openAmends(['new', '--channel', 'phone'], { home, env: plain });
  await first.see('Customer').send('\u0004');
  await first.see('amends resume C-1001').see(/^C-1001$/m);
  expect(await first.exit()).toMatchObject({ code: 0 });
  const again = openAmends(['resume'], { home, env: plain });
  await again.see('Customer').press('ctrl+c');
  expect(await again.exit()).toMatchObject({ code: 130 });
  const record = JSON.parse((await run(['show', '1001', '--json', 'channel,stage'])).stdout);
  expect(record).toEqual([{ channel: 'phone', stage: 'open' }]);
});

test('what is at its end is not gone on with, and what is not there is not found', async () => {
  const { home } = await deskHome();
  const ended = openAmends(['resume', '1001'], { home, env: plain });
  await ended.see('amends show C-1001');
  expect(await ended.exit()).toMatchObject({ code: 4 });
  const missing = openAmends(['resume', 'C-7'], { home, env: plain });
  await missing.see('no complaint C-7');
  expect(await missing.exit()).toMatchObject({ code: 3 });
});

test('a channel that the playbook has not is a usage error', async () => {
  const { home } = await deskHome([]);
  const desk = openAmends(['new', '--channel', 'phnoe'], { home, env: plain });
  await desk.see('Did you mean phone?');
  expect(await desk.exit()).toMatchObject({ code: 2 });
});

test('on a full screen a conversation is left with everything kept', async () => {
  const { home } = await deskHome([]);
  const desk = openAmends(['new'], { home });
  await desk.see('Customer').type('Mar').see('Mar').press('ctrl+c');
  expect(await desk.exit()).toMatchObject({ code: 130 });
  expect(desk.raw()).toContain('amends resume C-1001');
});
