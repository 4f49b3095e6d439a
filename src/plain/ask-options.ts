import type { Ask } from '../desk/actions/action.ts';
import { optionsOf } from '../desk/actions/options.ts';
import { limitLine } from '../desk/limit-text.ts';
import { standing } from '../rules/authority.ts';
import { remedyOf, usualOffer } from '../rules/offers.ts';
import type { ActionTalk } from './action-talk.ts';
import type { Listed } from './numbered.ts';

/** @returns what can be picked for something that is asked; each remedy says where the line runs (P21). */
export function askOptions(talk: ActionTalk, ask: Ask): readonly Listed[] {
  const options = optionsOf(ask, talk);
  return ask.name === 'remedy' ? options.map((option) => withLimit(talk, option)) : options;
}

function withLimit(talk: ActionTalk, { id, label }: Listed): Listed {
  const { conversation, occasion } = talk.scene;
  const remedy = remedyOf(conversation.playbook, id);
  if (remedy === undefined) return { id, label };
  const stands = standing(conversation, usualOffer(remedy), occasion);
  const { key, values } = limitLine(talk.voice.words, stands, remedy.measure);
  return { id, label, hint: talk.say(`plain.limit.${key}`, values) };
}
