import { conversationOf, readState } from '../desk/act.ts';
import type { WholeRecord } from '../desk/read-record.ts';
import { recordAnswers } from '../desk/record-answers.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { Contact, Promised } from '../rules/state.ts';
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
    pages.push(pageOf(await conversationOf(record.read, { playbook }, state), pen));
  }
  await writeLines(
    context,
    pages.flatMap((page, index) => (index === 0 ? [page] : [safe``, page])),
  );
}

function pageOf(conversation: Conversation, pen: Pen): SafeText {
  const { state, customer } = conversation;
  const { words, spoken, now, paint } = pen;
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
    ...field(say('cli.show.updated'), spoken.fullMoment(state.updatedAt), pen),
    ...(state.finishedAt === undefined
      ? field(
          say('cli.show.due'),
          `${spoken.fullMoment(state.answerDue)}, ${spoken.left(state.answerDue, now)}`,
          pen,
        )
      : field(say('cli.show.finished'), spoken.fullMoment(state.finishedAt), pen)),
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
      lines.push(...field(say('question.promises'), promiseText(promise, pen), pen));
    }
  }
  if (state.contacts.length > 0) {
    lines.push(safe``, paint.heading(say('cli.show.contacts')));
    for (const contact of state.contacts) {
      lines.push(...field(say(`cli.contact.${contact.kind}`), contactText(contact, pen), pen));
    }
  }
  return lines.join('\n') as SafeText;
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

function promiseText({ what, who, due, state }: Promised, { words, spoken }: Pen): string {
  const line = words.say('promise.line', { what, who, moment: spoken.fullMoment(due) });
  return state === 'open' ? line : `${line} (${words.say(`cli.promise.${state}`)})`;
}

function contactText({ at, reason, reach, state }: Contact, { words, spoken }: Pen): string {
  const parts = [spoken.fullMoment(at), reason, reach ?? ''].filter((part) => part !== '');
  return `${parts.join(', ')} (${words.say(`cli.contact-state.${state}`)})`;
}
