// Starts an installed package in a real pseudo-terminal, as somebody does who has just installed it:
// the questions of the first run, the first answers, leaving, going on, and reading it back.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTerminal } from './pseudo-terminal.ts';
import { runCommand } from './run-command.ts';

const [bin] = process.argv.slice(2);
if (bin === undefined) throw new Error('Name the launcher of the installed package.');
const command = [process.execPath, bin];
const home = mkdtempSync(join(tmpdir(), 'amends-smoke-'));

try {
  const first = openTerminal({ command: [...command, 'new'], home });
  await first
    .see('Name of the business')
    .type('Kettle & Co')
    .press('enter')
    .see('Your name')
    .press('ctrl+u')
    .type('Sam')
    .press('enter')
    .see('Your team')
    .press('enter')
    .see('Your role')
    .press('enter')
    .see('How customers reach you')
    .press('enter')
    .see('Your language')
    .press('enter')
    .see('Time zone')
    .press('enter')
    .see('When are you open')
    .press('enter')
    .see('Currency')
    .press('enter')
    .see('Who else works here')
    .press('enter')
    .see('1 of 5')
    .type('Maria Petrova')
    .press('enter')
    .see('How to reach them')
    .type('+359 88 123')
    .press('escape');
  expectDone(await first.exit(), 'leaving');

  const again = openTerminal({ command: [...command, 'resume'], home });
  await again
    .see('+359 88 123')
    .type(' 4567')
    .press('enter')
    .see('Account or order number')
    .press('ctrl+c');
  const stopped = await again.exit();
  if (stopped.code !== 130) throw new Error(`Ctrl+C ended with ${stopped.code}, not 130`);

  const list = await runCommand([...command, 'list', '--json', 'customer_name,customer_phone'], {
    home,
  });
  const [row] = JSON.parse(list.stdout) as Record<string, unknown>[];
  const { customer_name: name, customer_phone: phone } = row ?? {};
  if (name !== 'Maria Petrova' || phone !== '+359 88 123 4567') {
    throw new Error(`The list says ${list.stdout}${list.stderr}`);
  }
  expectDone(await runCommand([...command, 'verify'], { home }), 'verify');
  console.log('The packed package works in a real terminal.');
} finally {
  rmSync(home, { recursive: true, force: true });
}

function expectDone({ code }: { readonly code: number | null }, what: string): void {
  if (code !== 0) throw new Error(`${what} ended with ${code}`);
}
