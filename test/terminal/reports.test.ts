import { expect, test } from 'vitest';
import { openAmends } from '../support/run-amends.ts';
import { sampleDay } from '../support/sample-day.ts';

const env = { AMENDS_AGENT: 'Ana' };

test('the reports open from today’s page, lead to the complaints that were counted, and back', async () => {
  const ana = openAmends([], { home: await sampleDay(), env });
  await ana.see('amends  Today').press('r');
  await ana.see('Reports: Summary').press('p').see('Of when').press('end', 'up', 'enter');
  // Nothing is asked of a report that is still counted: its time says when it is there.
  await ana.see('from the first complaint on').see(/Summary\s+19\s.*November 2026/);
  await ana.see(/▸ received +7 /);
  await ana
    .press('enter')
    .see('Complaints')
    .see(/FILTER {2}figure:received/)
    .see('1–7 of 7');
  await ana
    .press('escape')
    .see('Reports: Summary')
    .see(/▸ received +7 /);
  await ana.press('tab').see('Reports: Causes').press('escape').see('amends  Today');
  expect(await ana.press('q').exit()).toMatchObject({ code: 0 });
});

test('amends report alone walks through them, on a screen or in lines', async () => {
  const home = await sampleDay();
  const screen = openAmends(['report'], { home, env });
  await screen.see('Reports: Summary');
  expect(await screen.press('q').exit()).toMatchObject({ code: 0 });
  const lines = openAmends(['report'], { home, env: { ...env, TERM: 'dumb' }, rows: 120 });
  await lines.see('Which report:').see('10. Standard figures').send('2\n');
  await lines.see('Causes, ').see('r another report').send('p all\n');
  await lines.see(/1\. .*: received \d/).send('q\n');
  expect(await lines.exit()).toMatchObject({ code: 0 });
});
