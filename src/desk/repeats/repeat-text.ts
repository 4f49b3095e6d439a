import type { Playbook } from '../../rules/playbook.ts';
import { refOf } from '../../rules/values.ts';
import { labelOfChoice } from '../labels.ts';
import type { Repeat, SamePerson } from '../repeats.ts';
import type { Voice } from '../saying.ts';

/**
 * Says which complaint this one may be a repeat of, and why.
 * @param now epoch milliseconds
 * @returns "C-1031, 3 days ago, kettle, still open: same customer, same product"; as it was given, so
 *   that whoever prints it makes it safe
 */
export function repeatText(
  { words, spoken }: Voice,
  playbook: Playbook,
  repeat: Repeat,
  now: number,
): string {
  const { id, product, openedAt, isOpen } = repeat;
  const what = [
    refOf(id),
    spoken.fromNow(openedAt, now),
    product === undefined ? '' : labelOfChoice(words, playbook, 'product', product),
    isOpen ? words.say('repeat.open') : '',
  ];
  return words.say('repeat.line', {
    what: what.filter((part) => part !== '').join(', '),
    why: whyText({ words }, repeat.why),
  });
}

/** @returns why two may be one: "same phone, same product". */
export const whyText = (
  { words }: Pick<Voice, 'words'>,
  why: Repeat['why'] | SamePerson['by'],
): string => why.map((reason) => words.say(`repeat.same.${reason}`)).join(', ');

/** @returns "Maria Petrova, customer 12: same phone" */
export const samePersonText = ({ words }: Voice, { hit, by }: SamePerson): string =>
  words.say('repeat.person', {
    name: hit.name,
    number: String(hit.id),
    why: whyText({ words }, by),
  });
