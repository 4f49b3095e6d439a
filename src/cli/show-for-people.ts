import { conversationOf, readState } from '../desk/act.ts';
import { afterwards } from '../desk/afterwards.ts';
import {
  approvalText,
  type ComplaintTeller,
  clockText,
  contactText,
  promiseText,
} from '../desk/complaint-text.ts';
import { importedFrom } from '../desk/imported-from.ts';
import type { WholeRecord } from '../desk/read-record.ts';
import { recordAnswers } from '../desk/record-answers.ts';
import type { MessageKey } from '../language/messages.ts';
import type { SpokenTime } from '../language/spoken-time.ts';
import { capitalised } from '../plain/capitalised.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { Imported } from '../rules/imported.ts';
import { isAnswerOwed } from '../rules/stages.ts';
import type { ComplaintState } from '../rules/state.ts';
import { steps } from '../rules/steps.ts';
import { type ComplaintId, refOf } from '../rules/values.ts';
import { type SafeText, safe, safeBlock, safeLine } from '../terminal/safe-text.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Context } from './context.ts';
import { type Pen, penFor, playbookFor, writeLines } from './people.ts';
import { noSuchComplaint } from './references.ts';

/** Writes each complaint as a page: what is due, and every answer under its step. */
export async function showForPeople(
  context: Context,
  record: WholeRecord,
  ids: readonly ComplaintId[],
): Promise<void> {
  const pen = await penFor(context, record);
  const playbook = await playbookFor(context);
  const pages: SafeText[] = [];
  for (const id of ids) {
    const state = await readState(record.read, id);
    if (state === undefined) throw noSuchComplaint(id);
    const page = pageOf(await conversationOf(record.read, { playbook }, state), pen);
    const came = await importedFrom(record.read, id);
    pages.push(
      came === undefined ? page : ([page, ...sourceLines(came, pen)].join('\n') as SafeText),
    );
  }
  await writeLines(
    context,
    pages.flatMap((page, index) => (index === 0 ? [page] : [safe``, page])),
  );
}

function pageOf(conversation: Conversation, pen: Pen): SafeText {
  const { state, customer } = conversation;
  const { words, spoken, now, paint } = pen;
  // What is printed is read on another day too, so its dates are whole.
  const inFull: SpokenTime = { ...spoken, moment: spoken.fullMoment };
  const teller: ComplaintTeller = {
    voice: { words, spoken: inFull },
    playbook: conversation.playbook,
    now,
  };
  const say = (key: Parameters<typeof words.say>[0], values = {}) =>
    safeLine(words.say(key, values));
  const lines: SafeText[] = [
    paint.heading(safe`${refOf(state.id)}  ${customer?.name ?? words.say('cli.no-name')}`),
    ...field(say('cli.show.stage'), words.say(`stage.${state.stage}`), pen),
    ...field(
      say('cli.show.opened'),
      words.say('cli.show.by', { when: spoken.fullMoment(state.openedAt), agent: state.openedBy }),
      pen,
    ),
    ...field(say('cli.show.owner'), state.owner, pen),
    ...(state.mergedInto === undefined
      ? []
      : field(say('cli.show.merged'), refOf(state.mergedInto), pen)),
    ...(state.reopened === 0
      ? []
      : field(
          say('cli.show.reopened'),
          words.say('cli.show.times', { count: state.reopened }),
          pen,
        )),
    ...field(say('cli.show.updated'), spoken.fullMoment(state.updatedAt), pen),
    ...answerField(state, pen),
  ];
  const answers = recordAnswers(conversation, { words, spoken }).filter(
    ({ question }) => question.name !== 'promises',
  );
  for (const step of steps) {
    const given = answers.filter((answer) => answer.step === step);
    const promised = step === 'resolve' ? state.promises : [];
    if (given.length === 0 && promised.length === 0) continue;
    lines.push(safe``, paint.heading(say(`cli.step.${step}`)));
    for (const { label, text } of given) lines.push(...field(safeLine(label), text, pen));
    for (const promise of promised) {
      lines.push(...field(say('question.promises'), promiseText(promise, teller), pen));
    }
  }
  const list = (heading: MessageKey, texts: readonly string[]): void => {
    if (texts.length === 0) return;
    lines.push(safe``, paint.heading(say(heading)), ...texts.flatMap((text) => item(text, pen)));
  };
  list(
    'cli.show.approvals',
    state.approvals.map((approval) => approvalText(approval, teller)),
  );
  list(
    'cli.show.contacts',
    state.contacts.map((contact) => contactText(contact, teller)),
  );
  const after = afterwards(state, words);
  if (after.length > 0) lines.push(safe``, paint.heading(say('cli.show.afterwards')));
  for (const { label, text } of after)
    lines.push(...field(safeLine(capitalised(label, words)), text, pen));
  if (state.clocks.length > 0) lines.push(safe``, paint.heading(say('cli.show.clocks')));
  for (const clock of state.clocks) {
    const label = safeLine(capitalised(words.say(`why-due.clock.${clock.kind}`), words));
    lines.push(...field(label, clockText(clock, teller), pen));
  }
  return lines.join('\n') as SafeText;
}

/** When it was answered, or has to be; nothing where it was settled without an answer. */
function answerField({ finishedAt, answerDue, stage }: ComplaintState, pen: Pen): SafeText[] {
  const { words, spoken, now } = pen;
  if (finishedAt !== undefined) {
    return field(safeLine(words.say('cli.show.finished')), spoken.fullMoment(finishedAt), pen);
  }
  if (!isAnswerOwed({ finished: false, stage })) return [];
  const due = `${spoken.fullMoment(answerDue)}, ${spoken.left(answerDue, now)}`;
  return field(safeLine(words.say('cli.show.due')), due, pen);
}

/** Where it comes from, with what had no place here. */
function sourceLines({ source, rest = {} }: Imported, pen: Pen): readonly SafeText[] {
  const heading = safeLine(pen.words.say('cli.show.imported', { ...source }));
  const fields = Object.entries(rest).flatMap(([name, text]) => field(safeLine(name), text, pen));
  return [safe``, pen.paint.heading(heading), ...fields];
}

/** A label with its text beneath it when that is long, beside it when it is short. */
function field(label: SafeText, text: string, { columns, paint }: Pen): SafeText[] {
  const block = safeBlock(text);
  const oneLine = !block.includes('\n') && label.length + block.length < (columns ?? 80) - 4;
  if (oneLine) return [`  ${paint.quiet(label)}  ${block}` as SafeText];
  const indented =
    columns === undefined ? block.split('\n') : wrap(block, Math.max(10, columns - 4));
  return [
    `  ${paint.quiet(label)}` as SafeText,
    ...indented.map((line) => `    ${line}` as SafeText),
  ];
}

/** One of several, which has no label: long ones are indented where they go on. */
function item(text: string, { columns }: Pen): SafeText[] {
  const line = safeLine(text);
  const rows = columns === undefined ? [line] : wrap(line, Math.max(10, columns - 4));
  return rows.map((row, index) => `${index === 0 ? '  ' : '    '}${row}` as SafeText);
}
