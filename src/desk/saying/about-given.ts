import type { Moment } from '../../playbook/script-words.ts';
import { complaintId, refOf } from '../../rules/values.ts';
import { type Given, momentIn, numberIn, offerIn, textIn } from '../actions/action.ts';
import type { AskName } from '../actions/names.ts';
import type { SaidAbout } from './said-about.ts';

/**
 * What the answers to an action say about its lines, while they are given and before they are on
 * record: the words for a delay have the new date as soon as it is there (P28).
 * @param given may be incomplete: what is not there yet is left out of the lines
 */
export function aboutGiven(moment: Moment, given: Given): SaidAbout {
  const number = (name: AskName) =>
    given[name] === undefined || given[name] === '' ? undefined : numberIn(given, name);
  const time = (name: AskName) => (given[name] === undefined ? undefined : momentIn(given, name));
  const into = number('into');
  return known({
    promise: number('promise'),
    newDue: time('by'),
    approval: number('approval'),
    asked: textIn(given, 'remedy') === '' ? undefined : offerIn(given),
    callAt: time('at'),
    values: known({
      to: textIn(given, 'to'),
      ...reasonOf(moment, textIn(given, 'reason')),
      changed: textIn(given, 'changed'),
      goes_on_as: into === undefined ? undefined : refOf(complaintId(into)),
    }),
  });
}

/** Most reasons are for us alone; why a promise is late, or how it was decided, is for them too. */
function reasonOf(moment: Moment, reason: string): Readonly<Record<string, string>> {
  if (moment === 'delay' || moment === 'broken') return { reason };
  return moment === 'approved' || moment === 'declined' ? { decision: reason } : {};
}

type Known<Facts> = { readonly [Name in keyof Facts]?: Exclude<Facts[Name], undefined> };

/** @returns only what is there: nothing on record is hidden by what is still to be typed. */
const known = <Facts extends object>(facts: Facts): Known<Facts> =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''),
  ) as Known<Facts>;

/** A call that reached nobody leaves other words behind than one that did (P9). */
export const momentOfGiven = (moment: Moment, { outcome }: Given): Moment =>
  (moment === 'calling' || moment === 'followup_call') &&
  (outcome === 'not_reached' || outcome === 'moved')
    ? 'not_reached'
    : moment;
