import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openConversation } from '../../../src/desk/act.ts';
import type { Given } from '../../../src/desk/actions/action.ts';
import { actionNamed } from '../../../src/desk/actions/index.ts';
import type { ActionName } from '../../../src/desk/actions/names.ts';
import { runAction } from '../../../src/desk/actions/run-action.ts';
import { changePeople, editing, permitFor } from '../../../src/desk/agents.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { openDesk } from '../../../src/desk/open-desk.ts';
import { hashPin } from '../../../src/desk/pin.ts';
import { recordFromText } from '../../../src/desk/record-file.ts';
import { setUpDesk } from '../../../src/desk/set-up.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { createSpokenTime } from '../../../src/language/spoken-time.ts';
import { complaintId, millis } from '../../../src/rules/values.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { recordOf } from '../../faults/record-of.ts';
import type { TerminalSession } from '../../support/pseudo-terminal.ts';
import { openAmends, runAmends } from '../../support/run-amends.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Who works at this desk: Sam and Lejla take complaints, Nadia decides. All people are sample data. */
export type Person = 'Sam' | 'Lejla' | 'Nadia';

/** With what Nadia signs her decisions. */
export const nadiasPin = '4711';

const ZONE = 'Europe/Sofia';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** @returns a moment so many milliseconds from now, negative for the past, as a file says it. */
export const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** What happened at the desk before anybody looks at it. */
export interface Past {
  /** Somebody took a whole complaint, so many milliseconds ago. @returns its number */
  took(who: Person, ago: number, record: string): Promise<number>;
  /** Somebody did something to a complaint. @throws Error when a rule is against it */
  did(who: Person, ago: number, id: number, name: ActionName, given: Given): Promise<void>;
  /** The desk as somebody had it, for any other call. */
  as<Result>(who: Person, ago: number, does: (desk: Desk) => Promise<Result>): Promise<Result>;
}

/**
 * Sets up a desk of three people in a home of its own, and lets things happen there before now: the
 * calls of the desk are the program's own, only its clock is handed in.
 * @returns the home
 */
export async function deskOfThree(before?: (past: Past) => Promise<unknown>): Promise<string> {
  const home = temporaryFolder();
  const path = recordOf(home);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  await setUp(path);
  await before?.(pastOf(path));
  return home;
}

async function setUp(path: string): Promise<void> {
  const store = await openStore({ path });
  try {
    const others = [
      { name: 'Lejla', role: 'agent' },
      { name: 'Nadia', role: 'supervisor' },
    ] as const;
    const business = { business: 'Kettle & Co', reachUs: '02 123 4567' };
    const sam = { agent: 'Sam', team: 'repairs desk', role: 'agent', others } as const;
    await setUpDesk(store, { ...business, ...sam }, ZONE, Date.now() - 30 * DAY);
  } finally {
    await store.close();
  }
  await atDesk(path, 'Sam', 30 * DAY, async (desk) => {
    // Nobody who decides has a PIN yet, so anybody may give the first one.
    const allowed = await permitFor(desk, { name: 'Nadia' }, async () => nadiasPin);
    if (!allowed.ok) throw new Error(JSON.stringify(allowed.refusal));
    const pin = { pinHash: hashPin(nadiasPin) };
    await must(changePeople(desk, allowed.permit, editing('Nadia', pin)));
  });
}

const words = createMessages('en');
const voice = { words, spoken: createSpokenTime(words, ZONE) };

const pastOf = (path: string): Past => ({
  as: (who, ago, does) => atDesk(path, who, ago, does),
  took: (who, ago, record) =>
    atDesk(path, who, ago, async (desk) => (await must(recordFromText(desk, record))).id),
  did: (who, ago, id, name, given) =>
    atDesk(path, who, ago, async (desk) => {
      const conversation = await openConversation(desk, complaintId(id));
      if (conversation === undefined) throw new Error(`there is no complaint ${id}`);
      await must(runAction(desk, voice, conversation, actionNamed(name), given));
    }),
});

/** Opens the desk for one thing to be done; a look at the clock is a second later than the one before. */
async function atDesk<Result>(
  path: string,
  as: Person,
  ago: number,
  does: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  let now = Date.now() - ago;
  const clock = () => {
    now += 1000;
    return millis(now);
  };
  const desk = await openDesk({ path, as, language: 'en', now: clock });
  try {
    return await does(desk);
  } finally {
    await desk.store.close();
  }
}

async function must<Outcome extends { readonly ok: boolean }>(
  outcome: Promise<Outcome>,
): Promise<Outcome & { readonly ok: true }> {
  const came = await outcome;
  if (!came.ok) throw new Error(`the rules are against this past: ${JSON.stringify(came)}`);
  return came as Outcome & { readonly ok: true };
}

/** What may be different about a window. */
export interface Window {
  readonly home: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly columns?: number;
  readonly rows?: number;
}

/** Somebody opens the program in a window of their own, on the full screen. */
export const windowOf = (
  who: Person,
  { home, args = [], env = {}, ...size }: Window,
): TerminalSession =>
  openAmends([...args], { home, env: { AMENDS_AGENT: who, ...env }, columns: 100, ...size });

/** @returns fields of one complaint as scripts read them. */
export async function recorded(
  home: string,
  reference: string,
  ...fields: readonly string[]
): Promise<Record<string, unknown>> {
  const args = ['show', reference, '--json', fields.join(',')];
  const { stdout, stderr, code } = await runAmends(args, { home, env: { AMENDS_AGENT: 'Sam' } });
  if (code !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as Record<string, unknown>[])[0] ?? {};
}

/** One line of the log as scripts read it. */
export interface Logged {
  readonly n: number;
  readonly type: string;
  readonly agent: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** @returns everything that happened to a complaint, the oldest first. */
export async function logOf(home: string, reference: string): Promise<readonly Logged[]> {
  const { stdout, stderr, code } = await runAmends(['log', reference, '--json'], {
    home,
    env: { AMENDS_AGENT: 'Sam' },
  });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly Logged[];
}

/** The record is whole: every hash, and every complaint's tables against its events. */
export async function verifies(home: string): Promise<string> {
  const { stdout, code } = await runAmends(['verify'], { home });
  return `${code} ${stdout.trim().split('\n').at(-1)}`;
}
