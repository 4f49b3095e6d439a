import type { Ask, GivenValue } from '../desk/actions/action.ts';
import { fullMomentForBoth } from '../desk/their-time.ts';
import { moneyText } from '../language/money-text.ts';
import { complaintId, refOf } from '../rules/values.ts';
import type { ActionTalk } from './action-talk.ts';
import { askOptions } from './ask-options.ts';

/** @returns what was given, or is usual, as people say it. */
export function givenText(talk: ActionTalk, ask: Ask, value: GivenValue): string {
  const { words } = talk.voice;
  if (typeof value === 'object') return moneyText(value.minor, value.currency, words.language);
  if (typeof value === 'boolean') return words.say(value ? 'ask.yes' : 'ask.no');
  switch (ask.kind) {
    case 'choice':
    case 'person':
      return askOptions(talk, ask).find(({ id }) => id === String(value))?.label ?? String(value);
    case 'moment':
      return fullMomentForBoth(talk.voice, Number(value), talk.scene.theirZone);
    case 'percent':
      return `${value} %`;
    case 'complaint':
      return refOf(complaintId(Number(value)));
    default:
      return String(value);
  }
}
