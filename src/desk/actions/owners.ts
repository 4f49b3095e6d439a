/** Whose a complaint is (P7, P8, P29): the owner moves first, the customer never has to chase. */

import { refusesStage } from '../../rules/stages.ts';
import { summarise } from '../../rules/summary.ts';
import { agentName, type Refusal, refuse } from '../../rules/values.ts';
import { act, unless } from '../act.ts';
import { escalate as askSupervisor, handOver } from '../leave.ts';
import { summaryText } from '../summary-text.ts';
import {
  type Action,
  type ActionPlace,
  type ActionScene,
  type Ask,
  type Given,
  textIn,
} from './action.ts';
import { to, toAnother, toColleague, why } from './asks.ts';
import { peopleFor } from './options.ts';

/** Gives it to somebody, who finds it on their page; nobody is on the line. */
export const assign: Action = {
  name: 'assign',
  practices: ['P29'],
  asks: [toAnother, { ...why, required: false }],
  refuses: (scene) =>
    refusesStage(scene.conversation.state, 'assign') ?? refusesAlone(toAnother, scene),
  act: ({ desk, scene: { conversation } }, given) => {
    const body = { to: agentName(textIn(given, 'to')), reason: textIn(given, 'reason') };
    return act(desk, conversation, () => unless(undefined, { type: 'assigned', body }), kept);
  },
};

/** Hands the customer over with a summary and an introduction (P7, P8). */
export const handover: Action = {
  name: 'handover',
  practices: ['P7', 'P8'],
  moment: 'handover',
  asks: [toColleague, why],
  refuses: (scene) =>
    refusesStage(scene.conversation.state, 'handover') ?? refusesAlone(toColleague, scene),
  act: (place, given) =>
    handOver(place.desk, place.scene.conversation, {
      to: textIn(given, 'to'),
      ...leaving(place, given),
    }),
};

/** Nobody is asked whom to give it to where there is nobody. */
const refusesAlone = (ask: Ask, scene: ActionScene): Refusal | undefined =>
  peopleFor(ask, scene).length > 0 ? undefined : refuse('nobody_else', {});

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
