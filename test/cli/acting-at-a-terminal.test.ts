import { expect, test } from 'vitest';
import { openAmends } from '../support/run-amends.ts';
import { deskHome } from './desk-home.ts';

test('what is missing is asked, by number or in words, and said back (P27)', async () => {
  const desk = await deskHome();
  const { home } = desk;
  await desk.run(['agent', 'add', 'Lejla', '--team', 'front desk', '--as', 'Sam']);
  const terminal = openAmends(['callback', '1001', '--as', 'Sam'], { home });
  await terminal
    .see('When (')
    .type('soonish')
    .press('enter')
    .see('was not understood')
    .type('in 2 days 10:30')
    .press('enter')
    .see(/, 10:30\./)
    .see('Is that right?')
    .press('enter')
    .see('Why (')
    .press('enter')
    .see('Say why, so that nobody has to ask.')
    .type('the part is here')
    .press('enter')
    .see('C-1001: the call-back is set.');
  expect(await terminal.exit()).toMatchObject({ code: 0 });
  const assign = openAmends(['assign', '1001', '--as', 'Sam'], { home });
  await assign.see('1. Lejla, agent; front desk').see('Which? (1, b back').type('1').press('enter');
  expect(await assign.exit()).toMatchObject({ code: 0 });
  const { stdout } = await desk.run(['show', '1001', '--json', 'owner']);
  expect(JSON.parse(stdout)).toEqual([{ owner: 'Lejla' }]);
});

test('with the customer on the line, what to say comes with what was done (P9)', async () => {
  const { home } = await deskHome();
  const args = ['callback', '1001', '--reason', 'parts', '--at', 'in 2 days 10:30'];
  const terminal = openAmends(args, { home });
  await terminal.see('Say: "');
  expect(await terminal.exit()).toMatchObject({ code: 0 });
});

test('Ctrl+C at a question leaves everything as it was', async () => {
  const desk = await deskHome();
  const terminal = openAmends(['promise', 'add', '1001'], { home: desk.home });
  await terminal.see('What is promised (').type('postage').press('enter').see('By when (');
  await terminal.press('ctrl+c').see('Nothing was done.');
  expect(await terminal.exit()).toMatchObject({ code: 130 });
  const { stdout } = await desk.run(['show', '1001', '--jsonl', 'promises']);
  expect(stdout).not.toContain('postage');
});

test('--no-input asks nothing and names what is missing', async () => {
  const { home } = await deskHome();
  const terminal = openAmends(['promise', 'add', '1001', '--no-input'], { home });
  await terminal
    .see('--what: It is missing: what is promised.')
    .see('--by: It is missing: by when.');
  expect(await terminal.exit()).toMatchObject({ code: 2 });
});

test('a PIN is asked without being shown (P21)', async () => {
  const desk = await deskHome();
  const { home } = desk;
  await desk.run(['agent', 'add', 'Ana', '--role', 'owner', '--as', 'Sam']);
  const pin = ['agent', 'edit', 'Ana', '--new-pin-from-file', '-', '--as', 'Ana'];
  expect(await desk.run(pin, { stdin: '4711\n' })).toMatchObject({ code: 0 });
  const offer = ['offer', '1001', 'discount', '--percent', '60', '--reason', 'third time'];
  expect(await desk.run([...offer, '--as', 'Sam'])).toMatchObject({ stdout: 'C-1001\t1\n' });
  const terminal = openAmends(['approve', '1001', '--as', 'Sam'], { home });
  await terminal.see('Why (').type('fair').press('enter');
  await terminal.see('Who decides:').type('Ana').press('enter').see('Their PIN (');
  await terminal.type('4711').press('enter').see('C-1001: approved.');
  expect(await terminal.exit()).toMatchObject({ code: 0 });
  expect(terminal.raw()).not.toContain('4711');
});
