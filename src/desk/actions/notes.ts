import { refusesStage } from '../../rules/stages.ts';
import { act } from '../act.ts';
import { type Action, textIn } from './action.ts';
import { channelChoices } from './asks.ts';

/** Writes down something to know, or a contact with the customer (P36). */
export const note: Action = {
  name: 'note',
  practices: ['P36'],
  asks: [
    { name: 'text', kind: 'passage', required: true, operand: true },
    { name: 'channel', kind: 'choice', required: false, choices: channelChoices },
  ],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'note'),
  act: ({ desk, scene }, given) => {
    const channel = textIn(given, 'channel');
    const body = { text: textIn(given, 'text'), ...(channel === '' ? {} : { channel }) };
    const happenings = [{ type: 'noted', body }] as const;
    return act(desk, scene.conversation, () => ({ happenings }), { place: 'kept' });
  },
};
