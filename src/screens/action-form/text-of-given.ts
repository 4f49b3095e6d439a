import type { Ask, GivenValue } from '../../desk/actions/action.ts';
import { localMinute } from '../../language/local-minute.ts';
import { decimalText } from '../../language/money-text.ts';
import { complaintId, refOf } from '../../rules/values.ts';
import type { AskContext } from './ask-field.ts';

/** @returns a value as it would be typed: read again, it is the same value. */
export function textOfGiven(ask: Ask, value: GivenValue, { zone }: AskContext): string {
  if (typeof value === 'object') {
    return `${decimalText(value.minor, value.currency)} ${value.currency}`;
  }
  if (typeof value !== 'number') return String(value);
  if (ask.kind === 'moment') return localMinute(value, zone);
  return ask.kind === 'complaint' ? refOf(complaintId(value)) : String(value);
}
