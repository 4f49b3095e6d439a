import type { Action } from '../../desk/actions/action.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Messages } from '../../language/messages.ts';
import { askLabel } from '../../plain/ask-label.ts';
import { type Refusal, refOf } from '../../rules/values.ts';
import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import type { Acting } from '../act.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { similarTo } from '../similar.ts';
import { placeOf } from './act-form.ts';
import { byCommand } from './by-command.ts';

/**
 * Says why nothing was done, all of it at once, each with the option or the field of the file that it
 * is about.
 * @returns how the command ends: what was typed is wrong, or a rule says no
 */
export async function tellRefused(
  { context, form, typed }: Acting,
  refusals: readonly Refusal[],
): Promise<ExitCode> {
  const words = await context.words();
  const placeOfField = (field: string): string => {
    const ask = form.action.asks.find(({ name }) => name === field);
    return ask === undefined || typed.file !== undefined ? field : placeOf(form, ask);
  };
  const told = refusals.map((refusal) => {
    const { field } = refusal;
    const text = textOf(words, form.action, refusal);
    return field === undefined ? safe`- ${text}` : safe`- ${placeOfField(field)}: ${text}`;
  });
  const values = { reference: refOf(typed.id), what: words.say(`do.${form.action.name}`) };
  await context.tell([safe`amends: ${words.say('cli.act.nothing-done', values)}`, ...told]);
  return exitOf(refusals);
}

/** What is missing is named by what it is; a slip of the finger is told with what was perhaps meant. */
function textOf(words: Messages, { name, asks }: Action, refusal: Refusal): SafeText {
  const { code, field, facts } = refusal;
  const ask = asks.find((each) => each.name === field);
  if (code === 'required' && ask !== undefined) {
    const label = askLabel(words, name, ask);
    const { known } = facts;
    return known === undefined
      ? safeLine(words.say('cli.act.missing', { label }))
      : safeLine(words.say('cli.act.missing-of', { label, known }));
  }
  const text = refusalText(words, refusal, byCommand);
  const { given, known } = facts;
  if (typeof given !== 'string' || typeof known !== 'string') return text;
  const similar = similarTo(given, known.split(', '));
  return similar === undefined ? text : safe`${text} ${words.say('cli.did-you-mean', { similar })}`;
}

/** What is wrong with what was typed, whatever the complaint is like. */
const misused =
  /^(file_.+|when_.+|required|not_asked|not_(a|yes|money)_?.*|unknown_(choice|person)|too_long|out_of_range|unstorable|other_currency|(amount|percent)_missing|takes_no_.+)$/;

function exitOf(refusals: readonly Refusal[]): ExitCode {
  if (refusals.every(({ code }) => misused.test(code))) return exitCodes.usage;
  const missing = refusals.some(({ code }) => code === 'no_such_complaint');
  return missing ? exitCodes.notFound : exitCodes.refused;
}
