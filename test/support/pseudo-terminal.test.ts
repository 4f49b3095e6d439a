import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openTerminal } from './pseudo-terminal.ts';

const bash = (script: string) => openTerminal({ command: ['bash', '-c', script], rows: 8 });
const node = (script: string) => openTerminal({ command: ['node', '-e', script], rows: 8 });

/** A program that shows every chunk of input it gets, until q. */
const listener = `
  process.stdin.setRawMode(true);
  process.stdin.setEncoding('utf8');
  process.stdout.write('\\u001b[?2004hready ' + process.stdout.columns + '\\r\\n');
  process.stdin.on('data', (chunk) => {
    if (chunk === 'q') process.exit(7);
    process.stdout.write(JSON.stringify(chunk) + ' ');
  });
  process.stdout.on('resize', () => process.stdout.write('now ' + process.stdout.columns));
`;

describe('a person at a terminal', () => {
  it('types an answer, presses Enter and sees what comes of it', async () => {
    const desk = bash('read -p "Name: " name; echo "Hello, $name."');
    await desk.see('Name:').type('Мария น้ำ').press('enter').see('Hello, Мария น้ำ.');
    expect(await desk.exit()).toEqual({ code: 0, signal: 0 });
  });

  it('presses keys that each arrive by themselves', async () => {
    const desk = node(listener);
    await desk.see('ready').press('j', 'j', 'escape', 'up', 'ctrl+z').press('alt+enter');
    await desk.see(String.raw`"j" "j" "\u001b" "\u001b[A" "\u001a" "\u001b\r"`);
    await desk.press('q');
    expect(await desk.exit()).toEqual({ code: 7, signal: 0 });
  });

  it('pastes a text, marked as the program asked', async () => {
    const desk = node(listener);
    await desk.see('ready').paste('two\nlines').see(String.raw`"\u001b[200~two\rlines\u001b[201~"`);
  });

  it('makes the window smaller', async () => {
    const desk = node(listener);
    await desk.see('ready 80').resize(40, 8).see('now 40');
    expect(desk.terminal.columns).toBe(40);
  });

  it('closes the window, and the program is told by a hang-up', async () => {
    const desk = node(`process.on('SIGHUP', () => { console.log('saved'); process.exit(129) });
      setInterval(() => {}, 1000); console.log('ready')`);
    await desk.see('ready').kill('SIGHUP').see('saved');
    expect((await desk.exit()).code).toBe(129);
  });

  it('has the program killed outright', async () => {
    const desk = node(listener);
    await desk.see('ready').kill('SIGKILL');
    expect(await desk.exit()).toEqual({ code: 0, signal: 9 });
  });

  it('gets the last line of a long output before the end is told', async () => {
    const desk = bash('seq 1 20000; echo "the last line"');
    expect((await desk.exit()).code).toBe(0);
    expect(await desk.screen()).toMatch(/20000\nthe last line$/);
    expect(desk.raw()).toContain('\n12345\r\n');
  });

  it('finds a clean environment, with a home of its own and no CI', async () => {
    const desk = bash('echo "[$CI$NODE_ENV$VITEST] $TERM $LANG"; test -d "$HOME" && echo "$HOME"');
    await desk.see('[] xterm-256color C.UTF-8').see('amends-test-').exit();
    const home = (await desk.screen()).split('\n').at(-1) ?? '';
    expect(existsSync(home)).toBe(true);
  });

  it('is answered when the program asks the terminal something', async () => {
    const desk = node(`process.stdin.setRawMode(true);
      process.stdin.once('data', (reply) => { console.log(JSON.stringify(String(reply))); process.exit() });
      process.stdout.write('ab\\u001b[6n')`);
    await desk.see(String.raw`"\u001b[1;3R"`).exit();
  });
});

describe('a test that fails', () => {
  it('shows the screen and the raw output, and names the line of the test', async () => {
    const desk = bash(String.raw`printf '\033[31mopen\033[0m'; read x`);
    await desk.see('open');
    const failure = await desk.see('paid', { within: 50 }).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error : undefined),
    );
    expect(failure?.message).toContain('did not show "paid" within 50 ms');
    expect(failure?.message).toContain('│open');
    expect(failure?.message).toContain('␛[31mopen␛[0m');
    expect(failure?.stack).toMatch(/pseudo-terminal\.test\.ts/);
  });

  it('does not wait for a program that has ended', async () => {
    const desk = bash('echo bye; exit 3');
    await expect(desk.see('hello', { within: 600_000 })).rejects.toThrow('exit code 3');
  });

  it('skips what follows in the chain, and starts afresh once it was heard', async () => {
    const desk = bash('read name; echo "Hello, $name."');
    await expect(desk.see('nobody', { within: 20 }).type('x').press('enter')).rejects.toThrow();
    await desk.type('Sam').press('enter').see('Hello, Sam.');
  });

  it('is told of a failure that nobody awaited when the terminal is closed', async () => {
    const desk = bash('echo "Name:"; read name');
    await desk.see('Name:');
    void desk.see('Channel', { within: 20 });
    await expect(desk.close()).rejects.toThrow('"Channel"');
    await desk.then(undefined, () => {});
  });
});
