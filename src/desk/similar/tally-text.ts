import type { Messages } from '../../language/messages.ts';
import { remedyOf } from '../../rules/offers.ts';
import type { Playbook } from '../../rules/playbook.ts';
import type { SimilarComplaint } from '../similar.ts';
import { type RemedyTally, talliesOf } from './tally.ts';

/** @returns similar complaints in one breath: "3 like it: refund chosen twice, all satisfied" (P48). */
export function likeItText(
  words: Messages,
  playbook: Playbook,
  similar: readonly SimilarComplaint[],
): string {
  const count = similar.length;
  const [most] = talliesOf(similar);
  if (most === undefined || most.chosen === 0) return words.say('similar.count', { count });
  const remedy = remedyOf(playbook, most.remedy)?.label ?? most.remedy;
  return words.say('similar.most', {
    count,
    remedy,
    times: most.chosen,
    satisfied: satisfiedText(words, most, 'all'),
  });
}

/** @returns what became of a remedy in full, "chosen 4 of 5, satisfied", and in short, without the end. */
export function tallyText(
  words: Messages,
  tally: RemedyTally,
): { readonly full: string; readonly short: string } {
  const { put, chosen } = tally;
  const short = words.say('similar.chosen', { chosen: String(chosen), put: String(put) });
  return { full: `${short}${satisfiedText(words, tally, 'each')}`, short };
}

/** Says of all who were asked whether they were satisfied; nothing where nobody was. */
function satisfiedText(
  words: Messages,
  { asked, satisfied }: RemedyTally,
  of: 'all' | 'each',
): string {
  if (asked === 0) return '';
  if (satisfied === 0) return words.say('similar.unsatisfied');
  if (satisfied < asked) {
    return words.say('similar.some-satisfied', {
      satisfied: String(satisfied),
      asked: String(asked),
    });
  }
  return of === 'all' && asked > 1
    ? words.say('similar.all-satisfied')
    : words.say('similar.satisfied');
}
