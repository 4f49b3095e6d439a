import { doneText } from '../../desk/actions/done-text.ts';
import { eventWords } from '../../desk/event-words.ts';
import { complaintFields } from '../../desk/read-record.ts';
import { eventOf } from '../../desk/rows.ts';
import { linesForAction, type Voice } from '../../desk/saying.ts';
import { refOf } from '../../rules/values.ts';
import { safe, safeLine } from '../../terminal/safe-text.ts';
import type { Acting, Done } from '../act.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { jsonText } from '../output/json.ts';
import { writeLines } from '../people.ts';
import { terminalOf } from '../require-answers.ts';
import { changesBetween } from './changes.ts';
import type { Rehearsed } from './rehearsal.ts';

/**
 * Tells what was done: the reference for scripts, with the number of a promise or a request that was
 * made behind it; a sentence, and what to say now, for people.
 */
export async function tellActed(acting: Acting, voice: Voice, done: Done): Promise<void> {
  const { context, desk, form, fields } = acting;
  const { state } = done.after;
  const reference = refOf(state.id);
  if (fields === undefined) {
    const made = numberMade(done);
    await context.out.write(made === undefined ? `${reference}\n` : `${reference}\t${made}\n`);
  } else {
    const [record = {}] = await desk.store.read.records([state.id], fields);
    await context.out.write(`${jsonText(record, fields)}\n`);
  }
  const { words } = voice;
  await context.note(safeLine(doneText(voice, form.action.name, done.before.state, state)));
  const what = await compensated(acting, voice, done);
  if (what !== undefined) await context.note(safeLine(what));
  // Only somebody at a terminal has the customer on the line.
  if (!terminalOf(context).interactive) return;
  const line = lineToSay(acting, voice, done);
  if (line !== undefined) await context.note(safeLine(words.say('plain.say', { line })));
}

/** Whoever took back an event, perhaps not the one they meant, sees which it was. */
async function compensated(
  { desk, form: { action } }: Acting,
  voice: Voice,
  { after: { state, playbook } }: Done,
): Promise<string | undefined> {
  if (action.name !== 'undo' && action.name !== 'redo') return undefined;
  const rows = await desk.store.read.eventsOf(state.id);
  const events = rows.flatMap((row) => eventOf(row) ?? []);
  return eventWords(events.at(-1), { voice, playbook, before: events.slice(0, -1) });
}

/** @returns the number of what was made by this, which a script goes on with. */
function numberMade({ before, after }: Done): number | undefined {
  const newest = (of: 'promises' | 'approvals') =>
    after.state[of].length > before.state[of].length ? after.state[of].at(-1)?.n : undefined;
  return newest('promises') ?? newest('approvals');
}

function lineToSay(
  { desk, form }: Acting,
  voice: Voice,
  { after, given }: Done,
): string | undefined {
  const { moment } = form.action;
  if (moment === undefined) return undefined;
  return linesForAction(desk, after, moment, voice, given)[0];
}

/** Tells what would be different: for people a change a line, for machines the whole record. */
export async function tellRehearsed(
  { context, form, typed, fields }: Acting,
  { before, after }: Rehearsed,
): Promise<ExitCode> {
  const words = await context.words();
  const reference = refOf(typed.id);
  if (fields === undefined) {
    const changes = changesBetween(before, after, complaintFields);
    const nothing = words.say('cli.act.nothing');
    await writeLines(
      context,
      changes.map(
        ({ name, before: was, after: is }) => safe`${name}: ${was ?? nothing} → ${is ?? nothing}`,
      ),
    );
  } else {
    await context.out.write(`${jsonText(after, fields)}\n`);
  }
  const what = words.say(`do.${form.action.name}`);
  await context.note(safeLine(words.say('cli.act.dry-run', { reference, what })));
  return exitCodes.done;
}
