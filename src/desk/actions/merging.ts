import { refusesStage } from '../../rules/stages.ts';
import { complaintId } from '../../rules/values.ts';
import { mergeInto } from '../merge.ts';
import { type Action, numberIn, textIn } from './action.ts';
import { why } from './asks.ts';

/** Says that it is the same complaint as another one, which goes on alone; undo takes it apart again. */
export const merge: Action = {
  name: 'merge',
  practices: ['P8', 'P40'],
  moment: 'merged',
  asks: [{ name: 'into', kind: 'complaint', required: true, operand: true, range: [1, 1e15] }, why],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'merge'),
  act: ({ desk, scene: { conversation } }, given) =>
    mergeInto(desk, conversation, {
      into: complaintId(numberIn(given, 'into')),
      reason: textIn(given, 'reason'),
    }),
};
