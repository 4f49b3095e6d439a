/** Whose a complaint is (P7, P8, P29): the owner moves first, the customer never has to chase. */

import { refusesStage } from '../../rules/stages.ts';
import { summarise } from '../../rules/summary.ts';
import { agentName, refuse } from '../../rules/values.ts';
import { act, unless } from '../act.ts';
import { refused } from '../desk.ts';
import { escalate as askSupervisor, handOver } from '../leave.ts';
import { summaryText } from '../summary-text.ts';
import { type Action, type ActionPlace, type Given, textIn } from './action.ts';
import { to, why } from './asks.ts';

/** Gives it to somebody, who finds it on their page; nobody is on the line. */
export const assign: Action = {
  name: 'assign',
  practices: ['P29'],
  asks: [to, { ...why, required: false }],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'assign'),
  act: ({ desk, scene: { conversation } }, given) => {
    const body = { to: agentName(textIn(given, 'to')), reason: textIn(given, 'reason') };
    const { owner } = conversation.state;
    const refusal = body.to === owner ? refuse('is_owner', { name: owner }, 'to') : undefined;
    return act(desk, conversation, () => unless(refusal, { type: 'assigned', body }), kept);
  },
};

/** Hands the customer over with a summary and an introduction (P7, P8). */
export const handover: Action = {
  name: 'handover',
  practices: ['P7', 'P8'],
  moment: 'handover',
  asks: [to, why],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'handover'),
  act: async (place, given) => {
    const { desk, scene } = place;
    const { owner } = scene.conversation.state;
    if (textIn(given, 'to') === owner) return refused(refuse('is_owner', { name: owner }, 'to'));
    return handOver(desk, scene.conversation, {
      to: textIn(given, 'to'),
      ...leaving(place, given),
    });
  },
};

/** Asks a supervisor to take it; the customer is told who decides and by when (P7, P21). */
export const escalate: Action = {
  name: 'escalate',
  practices: ['P7', 'P21'],
  moment: 'escalated',
  asks: [why],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'escalate'),
  act: (place, given) => askSupervisor(place.desk, place.scene.conversation, leaving(place, given)),
};

/** Gives it back from a supervisor to whoever goes on with it (P8). */
export const giveBack: Action = {
  name: 'return',
  practices: ['P8', 'P29'],
  asks: [{ ...to, usual: ({ conversation }) => conversation.state.owner }, why],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'return'),
  act: (place, given) => {
    const { desk, scene } = place;
    const body = { to: agentName(textIn(given, 'to')), ...leaving(place, given) };
    const happenings = [{ type: 'returned', body }] as const;
    return act(desk, scene.conversation, () => ({ happenings }), kept);
  },
};

const kept = { place: 'kept' } as const;

/** The reason with a summary made from the record, so that nobody asks the customer again. */
function leaving({ voice, scene: { conversation } }: ActionPlace, given: Given) {
  const summary = summaryText(voice, summarise(conversation), conversation.playbook);
  return { reason: textIn(given, 'reason'), summary };
}
