import { openConversation } from '../desk/act.ts';
import type { Action, Given } from '../desk/actions/action.ts';
import { doneText } from '../desk/actions/done-text.ts';
import type { AskName } from '../desk/actions/names.ts';
import { runAction } from '../desk/actions/run-action.ts';
import { sceneOf } from '../desk/actions/scene.ts';
import type { Acted, Desk } from '../desk/desk.ts';
import { linesForAction } from '../desk/saying.ts';
import { changesSince, changesText } from '../desk/timeline.ts';
import type { Conversation } from '../rules/conversation.ts';
import { safeLine } from '../terminal/safe-text.ts';
import { ActionTalk } from './action-talk.ts';
import { type Answering, askAnswers, givenOf } from './ask-answers.ts';
import { capitalised } from './capitalised.ts';
import { entries } from './numbered.ts';
import type { Telling } from './telling.ts';

/**
 * Does one thing to a complaint: says what to say with it, asks its questions one by one, and does it.
 * What is refused is told with what would allow it, and asked again with everything that was typed.
 * @param before the complaint as it was told
 * @param tellKnown tells what is known of the case
 * @returns the complaint after it, or undefined when it was left, which is told
 * @throws Ended when nobody is there any more; nothing was done then
 */
export async function actInLines(
  telling: Telling,
  desk: Desk,
  action: Action,
  before: Conversation,
  tellKnown: () => Promise<void>,
): Promise<Conversation | undefined> {
  const scene = await telling.attempt(() => sceneOf(desk, before));
  if (scene === undefined) return undefined;
  const talk = new ActionTalk(telling.voice, telling.lines, {
    action,
    scene,
    voice: telling.voice,
    zone: desk.zone,
    tellKnown,
    sayings: (given) => linesWith(telling, desk, action, before, given),
  });
  const refusal = action.refuses(scene);
  if (refusal !== undefined) {
    talk.tellRefusal(refusal);
    return undefined;
  }
  if (action.asks.length > 0) {
    talk.tellHeading(capitalised(talk.say(`do.${action.name}`), talk.voice.words));
  }
  const done = await askAndDo(talk, desk);
  if (done === undefined) talk.tell('plain.act.left');
  else tellDone(talk, before, done);
  return done;
}

function linesWith(
  { voice }: Telling,
  desk: Desk,
  { moment }: Action,
  conversation: Conversation,
  given: Given,
): readonly string[] {
  if (moment === undefined) return [];
  return linesForAction(desk, conversation, moment, voice, given);
}

async function askAndDo(talk: ActionTalk, desk: Desk): Promise<Conversation | undefined> {
  let answering: Answering = { given: {}, done: [] };
  for (;;) {
    const answers = await askAnswers(talk, answering);
    if (answers === 'left') return undefined;
    const acted = await tryOut(talk, desk, answers.given);
    if (acted === 'over') return undefined;
    if (acted?.ok === true) return acted.conversation;
    const field = acted?.refusals.find((refusal) => refusal.field !== undefined)?.field;
    answering = askedAgain(answers, field);
    // Nothing was asked that could be answered otherwise.
    if (answers.done.length === 0) return undefined;
  }
}

/**
 * Does it; where another window went on meanwhile, says who did what, and does it all the same once
 * the agent has heard that.
 * @returns undefined when the record could not be written; `over` when it cannot be done any more
 */
async function tryOut(
  talk: ActionTalk,
  desk: Desk,
  given: Given,
): Promise<Acted | 'over' | undefined> {
  for (;;) {
    const { conversation } = talk.scene;
    const acted = await talk.attempt(() =>
      runAction(desk, talk.voice, conversation, talk.action, givenOf(talk, given)),
    );
    if (acted === undefined || acted.ok) return acted;
    if (!acted.refusals.some(({ code }) => code === 'changed_elsewhere')) {
      for (const refusal of acted.refusals) talk.tellRefusal(refusal);
      return acted;
    }
    const goesOn = await catchUp(talk, desk);
    if (goesOn === undefined) return 'over';
    if (!goesOn) return { ok: false, refusals: [] };
  }
}

/** @returns whether it is done all the same; undefined when it cannot be, or is left. */
async function catchUp(talk: ActionTalk, desk: Desk): Promise<boolean | undefined> {
  const { state } = talk.scene.conversation;
  const fresh = await talk.attempt(async () => {
    const conversation = await openConversation(desk, state.id);
    const changes = await changesSince(desk, talk.voice, state);
    const told = changesText(talk.voice, desk.agent.name, changes, 'known');
    return conversation && { scene: await sceneOf(desk, conversation), told };
  });
  if (fresh === undefined) return undefined;
  talk.scene = fresh.scene;
  if (fresh.told !== undefined) talk.tellBlock(fresh.told);
  const refusal = talk.action.refuses(fresh.scene);
  if (refusal !== undefined) {
    talk.tellRefusal(refusal);
    return undefined;
  }
  const prompt = talk.say('plain.act.all-the-same', {
    commands: entries(talk.say('plain.act.enter-yes'), talk.say('plain.entry.choose')),
  });
  const entry = await talk.ask(prompt, 'choose');
  if (entry.kind === 'moving') return entry.command === 'back' ? false : undefined;
  return entry.kind === 'text' && entry.text.trim() === '';
}

/** What was answered, but for what a refusal is about; else the last of it is asked again. */
function askedAgain({ given, done }: Answering, field: string | undefined): Answering {
  const about: AskName | undefined = done.find((name) => name === field) ?? done.at(-1);
  // A PIN is never offered again.
  const { pin: _pin, ...kept } = given;
  return { given: kept, done: done.filter((name) => name !== about && name !== 'pin') };
}

function tellDone(talk: ActionTalk, before: Conversation, { state }: Conversation): void {
  const { name } = talk.action;
  talk.tellLine(safeLine(doneText(talk.voice, name, before.state, state)));
  if (name !== 'undo' && name !== 'redo') {
    talk.tell('plain.act.undo', { what: talk.say(`do.${name}`) });
  }
}
