/** Remedies above somebody's authority: asked for, decided with a reason, told (P20, P21, P22). */

import { refusesSize } from '../../rules/authority/refuses-offers.ts';
import { refusesOffers, standing } from '../../rules/authority.ts';
import type { Conversation } from '../../rules/conversation.ts';
import type { OfferPut } from '../../rules/events.ts';
import { offersWith, remedyOf, usualOffer } from '../../rules/offers.ts';
import type { Remedy } from '../../rules/playbook.ts';
import { refusesStage } from '../../rules/stages.ts';
import type { Approval } from '../../rules/state.ts';
import { type Refusal, refOf, refuse } from '../../rules/values.ts';
import { act, type Decision, withGivenNow } from '../act.ts';
import { deskAgentOf } from '../agents.ts';
import { type Acted, type Desk, type DeskAgent, refused } from '../desk.ts';
import { labelOfOffer } from '../labels.ts';
import { limitLine } from '../limit-text.ts';
import { checkPin } from '../pin.ts';
import {
  type Action,
  type ActionPlace,
  type ActionScene,
  type Ask,
  type Given,
  numberIn,
  offerIn,
  textIn,
} from './action.ts';
import { why } from './asks.ts';

/** Puts a remedy before the customer, or asks for it where it is above the agent's authority (P21). */
export const offer: Action = {
  name: 'offer',
  practices: ['P19', 'P20', 'P21'],
  moment: 'approval',
  asks: [
    {
      name: 'remedy',
      kind: 'choice',
      required: true,
      operand: true,
      // Where the line runs is seen before it is crossed (P21).
      choices: ({ conversation, occasion }, { words }) =>
        conversation.playbook.remedies.map((remedy) => {
          const stands = standing(conversation, likelyOffer(conversation, remedy), occasion);
          const { key, values } = limitLine(words, stands, remedy.measure);
          return { ...remedy, hint: words.say(`plain.limit.${key}`, values) };
        }),
    },
    { name: 'amount', kind: 'money', required: true, when: measured('amount'), usual: usualSize },
    {
      name: 'percent',
      kind: 'percent',
      required: true,
      when: measured('percent'),
      usual: usualSize,
    },
    { ...why, when: (given, scene) => isAbove(scene, given) },
  ],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'offer'),
  act: ({ desk, scene }, given) => {
    const put = offerIn(given);
    const { conversation } = scene;
    const reason = textIn(given, 'reason');
    return act(
      desk,
      conversation,
      async (tx, now) => {
        const fresh = await withGivenNow(tx, desk, conversation, now);
        return decideOffer({ ...scene, conversation: fresh }, put, reason);
      },
      kept,
    );
  },
};

/** Says yes, as somebody whose authority it is within (P21). */
export const approve: Action = {
  name: 'approve',
  practices: ['P21'],
  moment: 'approved',
  asks: decisionAsks(),
  refuses: refusesNone,
  act: (place, given) => decide(place, given, 'approved'),
};

/** Says no, with the reason; what can be done instead is offered (P22). */
export const decline: Action = {
  name: 'decline',
  practices: ['P21', 'P22'],
  moment: 'declined',
  asks: decisionAsks(),
  refuses: refusesNone,
  act: (place, given) => decide(place, given, 'declined'),
};

const kept = { place: 'kept' } as const;

function decisionAsks(): readonly Ask[] {
  return [
    {
      name: 'approval',
      kind: 'choice',
      required: true,
      operand: true,
      choices: (scene, { words }) =>
        openIn(scene).map((approval) => ({
          id: String(approval.n),
          label: labelOfOffer(words, scene.conversation.playbook, approval),
          hint: `${approval.askedBy}: ${approval.reason}`,
        })),
      usual: (scene) => {
        const [only, second] = openIn(scene);
        return only !== undefined && second === undefined ? String(only.n) : undefined;
      },
    },
    why,
    {
      name: 'supervisor',
      kind: 'person',
      required: true,
      usual: ({ occasion: { agent } }) => (agent.role === 'agent' ? undefined : agent.name),
    },
    { name: 'pin', kind: 'pin', required: true, when: (given, scene) => asksPin(scene, given) },
  ];
}

/** A decision is signed: by a PIN, wherever there is one, or somebody else's hand is at the keys. */
function asksPin({ people, occasion }: ActionScene, { supervisor }: Given): boolean {
  const decider = people.find(({ name }) => name === supervisor);
  return decider !== undefined && (decider.hasPin || decider.name !== occasion.agent.name);
}

const openIn = ({ conversation }: ActionScene): readonly Approval[] =>
  conversation.state.approvals.filter(({ state }) => state === 'open');

function refusesNone(scene: ActionScene): Refusal | undefined {
  const { state } = scene.conversation;
  const refusal = refusesStage(state, 'decide');
  if (refusal !== undefined) return refusal;
  return openIn(scene).length > 0
    ? undefined
    : refuse('nothing_to_decide', { reference: refOf(state.id) });
}

function measured(measure: 'amount' | 'percent'): NonNullable<Ask['when']> {
  return ({ remedy }, { conversation }) =>
    remedyOf(conversation.playbook, String(remedy))?.measure === measure;
}

function usualSize({ conversation }: ActionScene, { remedy }: Given) {
  const known = remedyOf(conversation.playbook, String(remedy));
  if (known === undefined) return undefined;
  const { amount, currency, percent } = likelyOffer(conversation, known);
  return amount !== undefined && currency !== undefined ? { minor: amount, currency } : percent;
}

/** What was approved here is what is put, in the size that was approved; else the usual size (P21). */
function likelyOffer({ state }: Conversation, remedy: Remedy): OfferPut {
  const approved = state.approvals.findLast(
    (one) => one.state === 'approved' && one.remedy === remedy.id,
  );
  if (approved === undefined) return usualOffer(remedy);
  const { amount, currency, percent } = approved;
  return {
    remedy: remedy.id,
    ...(amount === undefined || currency === undefined ? {} : { amount, currency }),
    ...(percent === undefined ? {} : { percent }),
  };
}

/** Whether somebody with a wider authority has to be asked first. */
function isAbove({ conversation, occasion }: ActionScene, given: Given): boolean {
  const put = offerIn(given);
  const remedy = remedyOf(conversation.playbook, put.remedy);
  if (remedy === undefined || refusesSize(remedy, put, '') !== undefined) return false;
  return standing(conversation, put, occasion).kind !== 'yours';
}

/** What stands already stays before the customer, with this beside it (P19). */
function decideOffer(scene: ActionScene, put: OfferPut, reason: string): Decision {
  const { conversation, occasion } = scene;
  const remedy = remedyOf(conversation.playbook, put.remedy);
  const wrong = remedy && refusesSize(remedy, put, 'offer');
  if (wrong !== undefined) return { refusals: [wrong] };
  const { currency } = conversation.playbook;
  // No limit could be held against it, nor a decision made by one.
  if (put.currency !== undefined && put.currency !== currency) {
    return { refusals: [refuse('other_currency', { currency }, 'amount')] };
  }
  if (standing(conversation, put, occasion).kind !== 'yours') {
    const twice = openIn(scene).some((one) => one.remedy === put.remedy);
    return twice
      ? { refusals: [refuse('asked_already', { remedy: remedy?.label ?? put.remedy }, 'remedy')] }
      : { happenings: [{ type: 'approval_asked', body: { ...put, reason } }] };
  }
  const offers = offersWith(conversation.state, put);
  const refusals = refusesOffers(conversation, offers, occasion);
  return refusals.length > 0
    ? { refusals }
    : { happenings: [{ type: 'offered', body: { offers } }] };
}

async function decide(
  { desk, scene }: ActionPlace,
  given: Given,
  type: 'approved' | 'declined',
): Promise<Acted> {
  const { conversation, occasion } = scene;
  const decider = await deciderOf(desk, textIn(given, 'supervisor'));
  const approval = openIn(scene).find(({ n }) => n === numberIn(given, 'approval'));
  if (approval === undefined || decider === undefined) {
    return refused(refuse('nothing_to_decide', { reference: refOf(conversation.state.id) }));
  }
  const stands = standing(conversation, approval, { agent: decider, now: occasion.now });
  if (stands.kind !== 'yours') {
    return refused(refuse('above_decider', { name: decider.name }, 'supervisor'));
  }
  if (asksPin(scene, given)) {
    const checked = await checkPin(desk.store, decider.name, textIn(given, 'pin'), desk.now());
    if (!checked.ok) return refused(checked.refusal);
  }
  const body = { approval: approval.n, reason: textIn(given, 'reason') };
  const happenings = [{ type, body }] as const;
  return act({ ...desk, agent: decider }, conversation, () => ({ happenings }), kept);
}

/** The one who decides is the author of what they decided. */
async function deciderOf(desk: Desk, name: string): Promise<DeskAgent | undefined> {
  if (name === desk.agent.name) return desk.agent;
  const row = await desk.store.read.agent(name);
  if (row === undefined || row.retired_at !== null) return undefined;
  return deskAgentOf(desk.playbook, row);
}
