import { refusesStage } from '../../rules/stages.ts';
import { act } from '../act.ts';
import { type Action, textIn } from './action.ts';
import { why } from './asks.ts';

/**
 * Tells the customer who outside of us can decide: an ombudsman, a regulator, a mediator (P22, P30).
 * Nothing else changes: the complaint stays as much ours as it was.
 */
export const refer: Action = {
  name: 'refer',
  practices: ['P22', 'P30'],
  asks: [{ name: 'outside', kind: 'line', required: true, operand: true }, why],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'refer'),
  act: ({ desk, scene }, given) => {
    const body = { to: textIn(given, 'outside'), reason: textIn(given, 'reason') };
    const happenings = [{ type: 'referred', body }] as const;
    return act(desk, scene.conversation, () => ({ happenings }), { place: 'kept' });
  },
};
