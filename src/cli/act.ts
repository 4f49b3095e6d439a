import { openConversation } from '../desk/act.ts';
import type { Action, Given } from '../desk/actions/action.ts';
import { runAction } from '../desk/actions/run-action.ts';
import { sceneOf } from '../desk/actions/scene.ts';
import { zoneOfPhone } from '../desk/customers/their-zone.ts';
import type { Acted, Desk } from '../desk/desk.ts';
import { complaintFields, type RecordField } from '../desk/read-record.ts';
import { rememberAgent } from '../desk/set-up.ts';
import { createSpokenTime } from '../language/spoken-time.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { ComplaintId } from '../rules/values.ts';
import type { ActCommand } from './act/act-commands.ts';
import { type ActForm, formsOf } from './act/act-form.ts';
import { type ActFlags, type ActTyped, typedOf } from './act/act-typed.ts';
import { answersTo } from './act/answers-to.ts';
import { requireRecord } from './act/require-record.ts';
import { tellActed, tellRehearsed } from './act/tell-acted.ts';
import { tellRefused } from './act/tell-refused.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { deskFor } from './open-desk.ts';
import { noSuchComplaint } from './references.ts';

/** What an act is done with. */
export interface Acting {
  readonly context: Context;
  readonly desk: Desk;
  readonly form: ActForm;
  readonly typed: ActTyped;
  readonly fields: readonly RecordField[] | undefined;
}

/**
 * Does one thing to one complaint: what is missing is asked at a terminal, and named everywhere else.
 * @param command what the command does
 * @throws Fault `usage` for what cannot be understood, `notFound` for a complaint there is not
 */
export async function act(
  command: ActCommand,
  context: Context,
  flags: ActFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  if (flags.schema === true) {
    const { writeActSchema } = await import('./act/write-act-schema.ts');
    return writeActSchema(context, formsOf(command), operands);
  }
  const typed = await typedOf(context, command, flags, operands);
  await requireRecord(context.settings);
  const desk = await deskFor(context.settings);
  try {
    return await actAt({ context, desk, typed, form: typed.form, fields: typed.fields });
  } finally {
    await desk.store.close();
  }
}

async function actAt(acting: Acting): Promise<ExitCode> {
  const { context, desk, typed, form } = acting;
  const { action } = form;
  const words = await context.words();
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const before = await conversationAt(desk, typed.id);
  // Looked up only where a moment is agreed: it takes a tenth of a second.
  if (action.asks.some(({ kind, name }) => kind === 'moment' && typed.values[name] !== undefined)) {
    await zoneOfPhone(before.customer?.phone, desk.now());
  }
  const scene = await sceneOf(desk, before);
  const refusal = action.refuses(scene);
  if (refusal !== undefined) return tellRefused(acting, [refusal]);
  const answers = await answersTo(acting, { scene, voice, zone: desk.zone });
  if (!answers.ok) return tellRefused(acting, answers.refusals);
  const { given } = answers;
  if (typed.dryRun) {
    const { rehearse } = await import('./act/rehearsal.ts');
    const fields = acting.fields ?? complaintFields;
    const deed = (rehearsing: Desk) => runAction(rehearsing, voice, before, action, given);
    const rehearsed = await rehearse(desk, typed.id, fields, deed);
    const { acted } = rehearsed;
    return acted.ok ? tellRehearsed(acting, rehearsed) : tellRefused(acting, acted.refusals);
  }
  const acted = await actOnNewest(desk, before, action, (conversation) =>
    runAction(desk, voice, conversation, action, given),
  );
  if (!acted.ok) return tellRefused(acting, acted.refusals);
  await rememberAgent(desk);
  await tellActed(acting, voice, { before, after: acted.conversation, given });
  return exitCodes.done;
}

/** As often as other windows may get in between. */
const MOST_TRIES = 5;

/** What is named only as "the last" may be something else by then. */
const blind: readonly Action['name'][] = ['undo', 'redo'];

/**
 * A command sees no screen, so nothing on it is out of date: if somebody else wrote in between, it is
 * tried on what is there now, as long as the rules let it.
 */
async function actOnNewest(
  desk: Desk,
  before: Conversation,
  { name }: Action,
  deed: (conversation: Conversation) => Promise<Acted>,
): Promise<Acted> {
  let acted = await deed(before);
  for (let tries = 1; tries < MOST_TRIES && !blind.includes(name) && isStale(acted); tries++) {
    acted = await deed(await conversationAt(desk, before.state.id));
  }
  return acted;
}

const isStale = (acted: Acted): boolean =>
  !acted.ok && acted.refusals.some(({ code }) => code === 'changed_elsewhere');

async function conversationAt(desk: Desk, id: ComplaintId): Promise<Conversation> {
  const conversation = await openConversation(desk, id);
  if (conversation === undefined) throw noSuchComplaint(id);
  return conversation;
}

/** What was done, for whoever tells it. */
export interface Done {
  readonly before: Conversation;
  readonly after: Conversation;
  readonly given: Given;
}
