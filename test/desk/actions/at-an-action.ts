import type { Given } from '../../../src/desk/actions/action.ts';
import { actionNamed } from '../../../src/desk/actions/index.ts';
import type { ActionName } from '../../../src/desk/actions/names.ts';
import { runAction } from '../../../src/desk/actions/run-action.ts';
import { finish } from '../../../src/desk/converse.ts';
import type { Acted, Desk } from '../../../src/desk/desk.ts';
import type { Voice } from '../../../src/desk/saying.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { createSpokenTime } from '../../../src/language/spoken-time.ts';
import type { Conversation } from '../../../src/rules/conversation.ts';
import type { Role } from '../../../src/rules/playbook.ts';
import { agentName } from '../../../src/rules/values.ts';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { type CallName, calls, heardUntil, taken } from '../at-the-desk.ts';

const words = createMessages('en');

export const voiceOf = (desk: Desk): Voice => ({
  words,
  spoken: createSpokenTime(words, desk.zone),
});

/** Who works at the sample desk: Sam and Lejla are agents, Nadia is their supervisor. */
const people: readonly (readonly [name: string, role: Role])[] = [
  ['Sam', 'agent'],
  ['Lejla', 'agent'],
  ['Nadia', 'supervisor'],
];

/** @returns Sam's desk with its people written down. */
export async function deskOfThree(): Promise<Desk> {
  const desk = await openSampleDesk();
  await desk.store.transact(async (tx) => {
    for (const [name, role] of people) {
      await tx.putAgent({ name, role, team: 'repairs desk', language: 'en', created_at: 1 });
    }
  });
  return desk;
}

/** @returns the same desk with somebody else at the keys. */
export const atTheKeys = (desk: Desk, name: string): Desk => {
  const role = people.find(([known]) => known === name)?.[1] ?? 'agent';
  return { ...desk, agent: { ...desk.agent, name: agentName(name), role } };
};

/** Does something, as it was asked for. */
export const does = (
  desk: Desk,
  before: Conversation,
  name: ActionName,
  given: Given = {},
): Promise<Acted> => runAction(desk, voiceOf(desk), before, actionNamed(name), given);

/** @returns the conversation after something that has to be done. */
export const done = async (
  desk: Desk,
  before: Conversation,
  name: ActionName,
  given: Given = {},
): Promise<Conversation> => taken(await does(desk, before, name, given));

/** @returns a conversation that ended with a promise: a new kettle by Monday. */
export const promisedKettle = async (desk: Desk): Promise<Conversation> =>
  taken(await finish(desk, await heardUntil(desk, 'thanked')));

/** @returns a conversation that ended resolved: nothing is left to keep. */
export async function resolvedKettle(desk: Desk): Promise<Conversation> {
  let conversation = await heardUntil(desk, 'done');
  const rest: readonly CallName[] = ['promises', 'improves', 'followup', 'thanked'];
  for (const name of rest) {
    if (name === 'improves') {
      const { answer } = await import('../../../src/desk/converse.ts');
      const outcome = { question: 'outcome', value: 'resolved' } as const;
      conversation = taken(await answer(desk, conversation, outcome));
    }
    conversation = taken(await calls[name](desk, conversation));
  }
  return taken(await finish(desk, conversation));
}
