/** Takes back what was done, by an event that compensates it; nothing is ever rewritten. */

import { refOf, refuse } from '../../rules/values.ts';
import { redo as bringBack, undo as takeBack, undoNamed } from '../undo.ts';
import { type Action, numberIn } from './action.ts';

/** Takes back the last action, or one named by its number in the log. */
export const undo: Action = {
  name: 'undo',
  practices: ['P36'],
  asks: [{ name: 'event', kind: 'number', required: false, operand: true, range: [1, 1_000_000] }],
  refuses: ({ conversation: { state } }) =>
    state.revision > 1 ? undefined : refuse('nothing_to_undo', { reference: refOf(state.id) }),
  act: ({ desk, scene: { conversation } }, given) =>
    given.event === undefined
      ? takeBack(desk, conversation)
      : undoNamed(desk, conversation, numberIn(given, 'event')),
};

/** Brings back what undo took, as long as nothing new was done. */
export const redo: Action = {
  name: 'redo',
  practices: ['P36'],
  asks: [],
  refuses: () => undefined,
  act: ({ desk, scene: { conversation } }) => bringBack(desk, conversation),
};
