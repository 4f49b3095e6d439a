// Takes the README's picture from a real frame of the built program: `npm run pictures`.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { framePicture } from '../support/frame-picture.ts';
import { inProject } from '../support/project.ts';
import { openTerminal } from '../support/pseudo-terminal.ts';
import { sampleHome } from '../support/sample-home.ts';

const amends = [process.execPath, inProject('bin/amends.js')];
const home = await sampleHome(mkdtempSync(join(tmpdir(), 'amends-picture-')));

/** The kettle of the sketches, as far as the offers. */
const desk = openTerminal({
  command: [...amends, 'new'],
  home,
  columns: 84,
  rows: 24,
  env: { TZ: 'Europe/Sofia', FORCE_COLOR: '1' },
});
await desk
  .see('Customer')
  .send('Maria')
  .see('Maria Petrova')
  .press('enter')
  .see('Channel')
  .press('enter')
  .see('In their own words')
  .send('The kettle arrived in pieces, and nobody answered when I called.')
  .press('enter')
  .see('The main points')
  .send('Broken on arrival; she wants a new one.')
  .press('enter')
  .see('Do they say yes')
  .press('enter')
  .see('When it happened')
  .send('12 Nov')
  .press('enter')
  .see('Product or service')
  .send('kettle')
  .press('enter')
  .see('Cause')
  .send('arrived damaged')
  .press('enter')
  .see('How serious')
  .press('enter')
  .see('What they would like')
  .send('replacement')
  .press('enter')
  .see('Whose fault')
  .press('enter')
  .see('Your apology')
  .send('I am sorry. The kettle should have reached you in one piece; that was our packing.')
  .press('enter')
  .see('Put to them')
  .press('space', 'down')
  .send('29.90')
  .see(/29\.90 +EUR/);
writeFileSync(
  inProject('data/pictures/conversation.svg'),
  framePicture(desk.terminal, { title: 'amends: step 3 of 5, offer choices', titleBar: true }),
);
await desk.press('escape').exit();
await desk.close();
rmSync(home, { recursive: true, force: true });
