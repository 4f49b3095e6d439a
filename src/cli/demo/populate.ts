import { setImmediate } from 'node:timers/promises';
import { openConversation } from '../../desk/act.ts';
import { actionNamed } from '../../desk/actions/index.ts';
import { runAction } from '../../desk/actions/run-action.ts';
import { adding, changePeople, deskAgentOf, editing, permitFor } from '../../desk/agents.ts';
import { answer } from '../../desk/converse.ts';
import { setHours } from '../../desk/counting/opening-hours.ts';
import { addCustomer } from '../../desk/customer.ts';
import type { Desk } from '../../desk/desk.ts';
import { hashPin, pinsSupported } from '../../desk/pin.ts';
import { recordFromText } from '../../desk/record-file.ts';
import type { Voice } from '../../desk/saying.ts';
import { setUpDesk } from '../../desk/set-up.ts';
import { startComplaint } from '../../desk/start.ts';
import type { Answered } from '../../rules/events.ts';
import type { Interval } from '../../rules/playbook.ts';
import { type ComplaintId, type Millis, millis, type Refusal } from '../../rules/values.ts';
import { stories, unfinished } from './stories.ts';
import type { Hours, SampleAgent, Story, Unfinished } from './story.ts';

const HOUR = 3_600_000;

/** The PIN of the sample supervisor, told to whoever tries the desk. */
export const SAMPLE_PIN = '4711';

/**
 * Fills a new record with sample complaints at every stage, through the same calls of the desk as
 * any work on it, each at its own time in the past weeks.
 * @param desk an empty one
 * @param now the moment that everything leads up to, epoch milliseconds
 * @param stop ends it between two complaints, with the reason it was given
 * @returns how many complaints there are
 * @throws Error when the sample data and the rules disagree
 */
export async function populate(
  desk: Desk,
  voice: Voice,
  now: Millis,
  stop?: AbortSignal,
): Promise<number> {
  const at: Hours = (fromNow) => millis(now + fromNow * HOUR);
  let clock = at(-1000);
  const past: Desk = { ...desk, now: () => clock };
  await setUp(past, voice);
  const days = [...steps(stories(at)), ...unfinished.map(begun)].sort((a, b) => b.ago - a.ago);
  const ids = new Map<Story, ComplaintId>();
  const people = await desk.store.read.agents();
  for (const { ago, by, happen } of days) {
    // A signal is heard only between turns of the event loop, and the record never waits for one.
    await setImmediate();
    stop?.throwIfAborted();
    clock = at(-ago);
    const row = people.find(({ name }) => name === by);
    if (row === undefined) throw new Error(`${by} does not work here`);
    await happen({ ...past, agent: deskAgentOf(desk.playbook, row) }, voice, ids, now);
  }
  clock = now;
  if (pinsSupported()) await givePin(past);
  return ids.size + unfinished.length;
}

/** Something that happened, and when. */
interface Step {
  readonly ago: number;
  readonly by: SampleAgent;
  readonly happen: (
    desk: Desk,
    voice: Voice,
    ids: Map<Story, ComplaintId>,
    now: Millis,
  ) => Promise<void>;
}

/** The conversation of each story, and what was done after it; everything in its turn. */
const steps = (all: readonly Story[]): readonly Step[] =>
  all.flatMap((story) => [
    {
      ago: story.ago,
      by: story.by ?? 'Sam',
      happen: async (desk, { words }, ids, now) => {
        const outcome = await recordFromText(desk, JSON.stringify(fileOf(story, now)), { words });
        if (outcome.ok) ids.set(story, outcome.id);
        else throw disagreement(story.told.words, outcome.refusals);
      },
    },
    ...(story.deeds ?? []).map(
      ([ago, name, given, by = story.by ?? 'Sam']): Step => ({
        ago,
        by,
        happen: async (desk, voice, ids) => {
          const id = ids.get(story);
          const before = id === undefined ? undefined : await openConversation(desk, id);
          if (before === undefined) throw new Error('a deed before its story');
          const acted = await runAction(desk, voice, before, actionNamed(name), given);
          if (!acted.ok) throw disagreement(`${story.told.words} ${name}`, acted.refusals);
        },
      }),
    ),
  ]);

/** A story as `new --from-file` takes it. */
function fileOf({ who, received, told }: Story, now: Millis): object {
  const { promise, fault = 'ours', done, ...said } = told;
  const iso = (hours: number) => new Date(now + hours * HOUR).toISOString();
  return {
    ...said,
    customer: who,
    ...(received === undefined ? {} : { received: iso(-received) }),
    restated: { text: told.restated, confirmed: true },
    apology: { fault, text: 'I am sorry. This should not have happened, and I will see to it.' },
    ...(done === undefined ? {} : { done }),
    // Whether it is really solved is asked once what was promised should be there.
    ...(promise === undefined
      ? {}
      : { promises: [{ what: promise[0], by: iso(promise[1]) }], followup: iso(promise[1] + 30) }),
    outcome: promise === undefined ? 'resolved' : 'promised',
    thanked: true,
  };
}

const begun = ({ who, by = 'Sam', ago, channel, words }: Unfinished): Step => ({
  ago,
  by,
  happen: async (desk) => {
    const started = await startComplaint(desk);
    const known = await addCustomer(desk, started, who);
    if (!known.ok) throw disagreement(who.name, known.refusals);
    let { conversation } = known;
    const given: readonly Answered[] = [
      { question: 'channel', value: channel },
      ...(words === undefined ? [] : [{ question: 'words', value: words } as const]),
    ];
    for (const one of given) {
      const acted = await answer(desk, conversation, one);
      if (!acted.ok) throw disagreement(who.name, acted.refusals);
      conversation = acted.conversation;
    }
  },
});

/** Sam and Lejla take complaints, Ana decides; they are there from nine to six, and on Saturday mornings. */
async function setUp(desk: Desk, { words }: Voice): Promise<void> {
  const sam = {
    business: words.say('cli.demo.business'),
    agent: 'Sam',
    team: 'repairs desk',
    role: 'agent',
    reachUs: '+44 20 7946 0100',
  } as const;
  await setUpDesk(desk.store, sam, desk.zone, desk.now());
  const permit = await permitOf(desk);
  for (const [name, role] of [
    ['Lejla', 'agent'],
    ['Ana', 'owner'],
  ] as const) {
    const languages = name === 'Lejla' ? ['bs', 'en'] : ['en'];
    const draft = { name, team: 'repairs desk', role, languages };
    const added = await changePeople(desk, permit, adding(draft));
    if (!added.ok) throw disagreement(name, added.refusals);
  }
  const day: readonly Interval[] = [[9 * 60, 18 * 60]];
  const week = [day, day, day, day, day, [[9 * 60, 13 * 60]] as const, []];
  const set = await setHours(desk, { week, holidays: [] });
  if (!set.ok) throw disagreement('opening hours', set.refusals);
}

async function givePin(desk: Desk): Promise<void> {
  const plan = editing('Ana', { pinHash: hashPin(SAMPLE_PIN) });
  const given = await changePeople(desk, await permitOf(desk), plan);
  if (!given.ok) throw disagreement('the PIN', given.refusals);
}

/** Nobody who decides has a PIN yet, so anybody may. */
async function permitOf(desk: Desk) {
  const allowed = await permitFor(desk, { name: 'Ana' }, async () => SAMPLE_PIN);
  if (!allowed.ok) throw disagreement('people', [allowed.refusal]);
  return allowed.permit;
}

const disagreement = (what: string, refusals: readonly Refusal[]): Error =>
  new Error(`sample data: ${what}: ${JSON.stringify(refusals)}`);
