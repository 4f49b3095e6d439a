import { type HowTo, refusalText, type WayOn } from '../../desk/refusal-text.ts';
import type { Messages } from '../../language/messages.ts';
import type { Refusal } from '../../rules/values.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import { keyName } from '../kit/bindings.ts';
import { type ComplaintAction, complaintBindings } from './bindings.ts';

const doneBy: Readonly<Record<WayOn, ComplaintAction>> = {
  resume: 'proceed',
  reopen: 'do:reopen',
  resolve: 'do:resolve',
  callback: 'do:callback',
  log: 'see:timeline',
};

/** What would allow what was refused, by the keys of this page. */
const byKeys: HowTo = {
  keys: (way) => {
    const binding = complaintBindings.find(({ action }) => action === doneBy[way]);
    const [key] = binding?.keys ?? [];
    return key && keyName(key, false);
  },
};

/** @returns why something cannot be done on this page, with the key of what would allow it. */
export const refusedHere = (words: Messages, refusal: Refusal): SafeText =>
  refusalText(words, refusal, byKeys);
