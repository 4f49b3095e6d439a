// Takes the pictures of the README and the guide from real frames of the built program:
// `npm run pictures`.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { framePicture } from '../support/frame-picture.ts';
import { inProject } from '../support/project.ts';
import { openTerminal, type TerminalSession } from '../support/pseudo-terminal.ts';
import { runCommand } from '../support/run-command.ts';
import { sampleDay } from '../support/sample-day.ts';
import { sampleHome } from '../support/sample-home.ts';

const amends = [process.execPath, inProject('bin/amends.js')];
const home = await sampleHome(mkdtempSync(join(tmpdir(), 'amends-picture-')));
const morning = pathToFileURL(inProject('test/pictures/saturday-morning.ts')).href;
const env = { TZ: 'Europe/Sofia', FORCE_COLOR: '1', NODE_OPTIONS: `--import=${morning}` };

/** Writes what a terminal shows now to data/pictures. */
function take({ terminal }: TerminalSession, name: string, title: string): void {
  writeFileSync(
    inProject(`data/pictures/${name}.svg`),
    framePicture(terminal, { title, titleBar: true }),
  );
}

/** The kettle of the sketches, as far as the offers. */
const desk = openTerminal({
  command: [...amends, 'new'],
  home,
  columns: 84,
  rows: 24,
  env,
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
take(desk, 'conversation', 'amends: step 3 of 5, offer choices');
await desk.press('escape').exit();
await desk.close();

/** The sample week on that morning, as the one who decides sees it, and what is late in it. */
const week = await sampleDay(mkdtempSync(join(tmpdir(), 'amends-picture-')));
const day = openTerminal({
  command: amends,
  home: week,
  columns: 108,
  rows: 19,
  env: { ...env, AMENDS_AGENT: 'Ana' },
});
await day.see('NOT FINISHED');
take(day, 'today', 'amends: today');
await day.press('q').exit();
await day.close();
const page = openTerminal({
  command: [...amends, 'show', 'C-1002'],
  home: week,
  columns: 120,
  rows: 28,
  env: { ...env, AMENDS_AGENT: 'Lejla' },
});
await page.see('Timeline');
take(page, 'complaint', 'amends: a complaint');
await page.press('q').exit();
await page.close();

/** The made-up desk, with more in it than a week: what people complain about most. */
const record = join(home, 'demo.db');
const made = [...amends, 'demo', '--db', record, '--keep', '--no-input'];
const { code } = await runCommand(made, { home, env });
if (code !== 0) throw new Error(`the made-up desk was not made: exit ${code}`);
const reports = openTerminal({
  command: [...amends, '--db', record, 'report'],
  home,
  columns: 126,
  rows: 26,
  env: { ...env, AMENDS_AGENT: 'Sam' },
});
await reports.see('Reports: Summary').press('p').see('Of when').press('end', 'up', 'enter');
await reports.see('from the first complaint on').press('tab').see('Reports: Causes');
await reports.see(/▸ .*█/).press('down').see('4, price and billing');
take(reports, 'reports', 'amends: the reports');
await reports.press('q').exit();
await reports.close();
rmSync(week, { recursive: true, force: true });
rmSync(home, { recursive: true, force: true });
