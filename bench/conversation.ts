import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { spawn as spawnTerminal } from '@lydell/node-pty';
import { emptyScript, type Figure, launcher, median, quantile } from './measure.ts';

const ROUNDS = 15;

/** A screen is still when nothing came for this long, in milliseconds. */
const STILL = 60;

/** Longer than this nothing is waited for, in milliseconds. */
const PATIENCE = 20_000;

/** What an agent feels: how soon the first screen is there, and how soon a key is seen. */
export async function conversation(million: string): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'amends-bench-'));
  const record = join(folder, 'million.db');
  copyFileSync(million, record);
  try {
    await leftOnce(record, folder);
    const frames: number[] = [];
    const empty: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const frame = await firstFrame(record, folder);
      const nothing = await emptyInTerminal(folder);
      // The first round warms the disk's cache.
      if (round > 0) frames.push(frame);
      if (round > 0) empty.push(nothing);
    }
    const keys = await keysToFrames(record, folder);
    return [
      {
        what: 'first frame of amends new, in a pseudo-terminal',
        reference: 'an empty Node script',
        value: median(frames) / median(empty),
        unit: 'x',
        atMost: 7,
      },
      {
        what: `key press to painted frame, 99th percentile of ${keys.length}, 1,000,000 complaints`,
        reference: '',
        value: quantile(keys, 0.99),
        unit: 'ms',
        atMost: 30,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Terminal {
  readonly write: (text: string) => void;
  /** Resolves at the first bytes that pass a test, with the moment they came. */
  readonly shows: (test: (text: string) => boolean) => Promise<number>;
  readonly still: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** Resolves when the program has ended. */
  readonly ended: Promise<void>;
}

function openTerminal(command: readonly string[], env: NodeJS.ProcessEnv): Terminal {
  const [file = '', ...args] = command;
  const { CI: _, ...clean } = process.env;
  const child = spawnTerminal(file, [...args], {
    cols: 80,
    rows: 24,
    name: 'xterm-256color',
    env: { ...clean, ...env } as Record<string, string>,
  });
  let listener: (text: string) => void = () => {};
  let last = performance.now();
  child.onData((text) => {
    last = performance.now();
    listener(text);
  });
  const ended = new Promise<void>((resolve) => child.onExit(() => resolve()));
  return {
    write: (text) => child.write(text),
    shows: (test) =>
      new Promise((resolve, reject) => {
        let seen = '';
        const late = setTimeout(() => reject(new Error(`nothing came but: ${seen}`)), PATIENCE);
        listener = (text) => {
          seen += text;
          if (!test(seen)) return;
          listener = () => {};
          clearTimeout(late);
          resolve(performance.now());
        };
      }),
    still: async () => {
      while (performance.now() - last < STILL) {
        await new Promise((resolve) => setTimeout(resolve, STILL / 4));
      }
    },
    end: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}

const environment = (record: string, folder: string): NodeJS.ProcessEnv => ({
  AMENDS_DB: record,
  AMENDS_AGENT: 'Agent A',
  XDG_CONFIG_HOME: folder,
  TERM: 'xterm-256color',
  NO_COLOR: '1',
});

async function firstFrame(record: string, folder: string): Promise<number> {
  const started = performance.now();
  const terminal = openTerminal([process.execPath, launcher, 'new'], environment(record, folder));
  const at = await terminal.shows(
    (text) => text.includes('Apologise') && text.includes('Customer'),
  );
  await terminal.end();
  return at - started;
}

/** The program keeps what Node compiled of it for the next start, as soon as it is left once. */
async function leftOnce(record: string, folder: string): Promise<void> {
  const terminal = openTerminal([process.execPath, launcher, 'new'], environment(record, folder));
  await terminal.shows((text) => text.includes('Customer'));
  await terminal.still();
  terminal.write('\u0003');
  await terminal.ended;
}

async function emptyInTerminal(folder: string): Promise<number> {
  const started = performance.now();
  const script = [...emptyScript.slice(0, 2), 'process.stdout.write("there")'];
  const terminal = openTerminal(script, environment('', folder));
  const at = await terminal.shows((text) => text.includes('there'));
  await terminal.end();
  return at - started;
}

/** Names are looked for while they are typed; texts are written; every key is timed by itself. */
async function keysToFrames(record: string, folder: string): Promise<readonly number[]> {
  const terminal = openTerminal([process.execPath, launcher, 'new'], environment(record, folder));
  await terminal.shows((text) => text.includes('Customer'));
  await terminal.still();
  const took: number[] = [];
  const press = async (key: string): Promise<void> => {
    const painted = terminal.shows((text) => text.length > 0);
    const pressed = performance.now();
    terminal.write(key);
    took.push((await painted) - pressed);
    await terminal.still();
  };
  for (const name of [
    'Barken',
    'Бара',
    'Καλι',
    'Батө',
    'Šta',
    'สมชาย',
    '0887',
    'sample12',
    'S00012',
  ]) {
    for (const letter of name) await press(letter);
    for (const _ of name) await press('\x7f');
  }
  for (const letter of 'Sample Person') await press(letter);
  await press('\r');
  for (const letter of '+359 88 000 0000') await press(letter);
  await press('\r');
  for (let answers = 0; answers < 3; answers += 1) await press('\r');
  for (const letter of 'This is sample text: the parcel came late and the box was torn. '.repeat(
    3,
  )) {
    await press(letter);
  }
  await press('\r');
  await terminal.end();
  return took;
}
