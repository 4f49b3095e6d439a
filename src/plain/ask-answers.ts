import type { Ask, Given } from '../desk/actions/action.ts';
import type { AskName } from '../desk/actions/names.ts';
import { asksOf } from '../desk/actions/run-action.ts';
import type { ActionTalk } from './action-talk.ts';
import { askAction } from './ask-action.ts';

/** What was answered so far. */
export interface Answering {
  /** With what was answered before and is asked again: Enter takes it then. */
  readonly given: Given;
  /** What needs no asking any more, in the order in which it was answered. */
  readonly done: readonly AskName[];
}

/**
 * Asks what an action asks, one thing after the other; each may depend on those before it.
 * @param wanted which of them are asked
 * @returns the answers, or `left` when it was left at the first of them or by `leave`
 * @throws Ended when nobody is there any more
 */
export async function askAnswers(
  talk: ActionTalk,
  from: Answering,
  wanted: (ask: Ask) => boolean = () => true,
): Promise<Answering | 'left'> {
  let { given, done } = from;
  for (;;) {
    talk.suggestFor(given);
    const asked = asksOf(talk.action, talk.scene, given).filter(wanted);
    const ask = asked.find(({ name }) => !done.includes(name));
    if (ask === undefined) return { given, done };
    const reply = await askAction(talk, ask, given[ask.name] ?? ask.usual?.(talk.scene, given));
    if (reply.kind === 'given') {
      given = withValue(given, ask.name, reply.value);
      done = [...done, ask.name];
      continue;
    }
    if (reply.draft !== undefined) given = withValue(given, ask.name, reply.draft);
    const last = reply.command === 'back' ? done.at(-1) : undefined;
    if (last === undefined) return 'left';
    done = done.filter((name) => name !== last);
  }
}

/** @returns what was given of what is asked now: one answer may have made another one pointless. */
export function givenOf({ action, scene }: ActionTalk, given: Given): Given {
  const asked = asksOf(action, scene, given).map(({ name }) => name);
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => asked.some((each) => each === name)),
  );
}

function withValue(given: Given, name: AskName, value: Given[AskName]): Given {
  const { [name]: _before, ...others } = given;
  return value === undefined ? others : { ...others, [name]: value };
}
