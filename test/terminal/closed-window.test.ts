import { expect, it } from 'vitest';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { sampleHome } from '../support/sample-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { draftOnDisk } from './at-the-words.ts';
import { openWindow } from './window.ts';

it('a window that is closed in the middle of a word loses neither the answers nor the word', async () => {
  const home = await homeOfSam();
  const window = openWindow(['new', '--channel', 'web'], home);
  await window.see('no name given');
  window.write('Maria');
  await window.see('+ somebody new: Maria');
  const { code, stderr } = await window.close();
  expect(code).toBe(130);
  // What is left to say goes nowhere and is no reason to fall over.
  expect(stderr).not.toMatch(/Error|^\s+at /m);
  expect(draftOnDisk(home)).toBe('Maria');
  const { stdout } = await runAmends(['list', '--json', 'channel'], { home });
  expect(JSON.parse(stdout)).toEqual([{ channel: 'web' }]);
  expect((await runAmends(['verify'], { home })).code).toBe(0);
  const again = openAmends(['resume'], { home });
  await again.see('+ somebody new: Maria').press('escape');
  expect((await again.exit()).code).toBe(0);
});

it('a window that is closed on the page of today leaves nothing running', async () => {
  const window = openWindow([], await sampleHome());
  await window.see('Νίκος Αλεξίου');
  const { code, stderr } = await window.close();
  expect(code).toBe(130);
  expect(stderr).not.toMatch(/Error|^\s+at /m);
});

it('a window that is closed in the set-up writes nothing', async () => {
  const home = temporaryFolder();
  const window = openWindow(['init'], home);
  await window.see('Name of the business');
  await window.close();
  expect((await runAmends(['log', '--json'], { home })).stdout).toBe('[]\n');
});

it('a window that is closed while the conversation is held in lines keeps every answer', async () => {
  const home = await homeOfSam();
  const window = openWindow(['new', '--accessible'], home);
  await window.see('Customer (');
  window.write('\r');
  await window.see('Which?');
  window.write('1\r');
  await window.see('Channel:');
  window.write('5\r');
  await window.see('In their own words.');
  const { stderr } = await window.close();
  expect(stderr).not.toMatch(/Error|^\s+at /m);
  const { stdout } = await runAmends(['list', '--json', 'channel'], { home });
  expect(JSON.parse(stdout)).toEqual([{ channel: 'web' }]);
  expect((await runAmends(['verify'], { home })).code).toBe(0);
});
