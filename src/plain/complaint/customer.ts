import {
  earlierText,
  givenRemedyText,
  givenSumText,
  satisfactionText,
} from '../../desk/complaint-text.ts';
import { labelOfChoice } from '../../desk/labels.ts';
import { refOf } from '../../rules/values.ts';
import { type PartSource, tellerOf, tellList } from './part.ts';

/**
 * Tells who it is and what was before: how to reach them, promises, complaints, remedies, what they said
 * afterwards (P2, P8, P39).
 * @param most how much of each is told
 */
export function tellCustomer(source: PartSource, most: number): void {
  const { telling, desk, page } = source;
  const { words, spoken } = telling.voice;
  const { customer } = page.conversation;
  if (customer === undefined) {
    telling.tell('conversation.nobody');
    return;
  }
  const { language } = customer;
  const facts = [
    customer.phone,
    customer.email,
    customer.account,
    customer.address,
    language && labelOfChoice(words, desk.playbook, 'language', language),
    customer.key === true && words.say('complaint.key-customer'),
    customer.standing && words.say(`complaint.standing.${customer.standing}`),
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  telling.tellAnswer(
    telling.say('complaint.section.customer'),
    [customer.name, ...facts].join(', '),
  );
  const aside = page.customer;
  if (aside === undefined) return;
  const teller = tellerOf(source);
  const { promises, earlier } = aside.history;
  tellList(
    telling,
    telling.say('complaint.customer.promises'),
    promises.map(({ what, due, complaint }) => {
      const moment = spoken.moment(due, teller.now);
      return `${refOf(complaint)}, ${words.say('known.promised', { what, moment })}`;
    }),
  );
  if (earlier.length === 0) telling.tell('complaint.customer.first');
  tellList(
    telling,
    telling.say('complaint.customer.earlier'),
    earlier.slice(0, most).map((one) => `${refOf(one.id)}, ${earlierText(one, teller)}`),
  );
  const sum = givenSumText(aside.given, teller);
  tellList(
    telling,
    sum === ''
      ? telling.say('complaint.customer.given')
      : telling.say('complaint.customer.given-sum', { sum }),
    aside.given
      .toReversed()
      .slice(0, most)
      .map((one) => `${refOf(one.complaint)}, ${givenRemedyText(one, teller)}`),
  );
  tellList(
    telling,
    telling.say('complaint.customer.satisfaction'),
    aside.satisfaction
      .slice(0, most)
      .map((one) => `${refOf(one.complaint)}, ${satisfactionText(one, teller)}`),
  );
}
