import { approvalText, contactText, promiseText } from '../../desk/complaint-text.ts';
import { labelOfOffer } from '../../desk/labels.ts';
import { type PartSource, tellerOf, tellList } from './part.ts';

/**
 * Tells what is promised and agreed, asked of a supervisor, and put before the customer (P21, P28).
 * @param whole also what is over
 */
export function tellOwed(source: PartSource, whole = false): void {
  const { telling, desk, page } = source;
  const { promises, contacts, approvals, offers } = page.conversation.state;
  const teller = tellerOf(source);
  const isOpen = ({ state }: { readonly state: string }): boolean =>
    whole || ['open', 'due', 'chosen', 'put'].includes(state);
  const parts = [
    ['complaint.promises', promises.filter(isOpen).map((one) => promiseText(one, teller))],
    ['complaint.contacts', contacts.filter(isOpen).map((one) => contactText(one, teller))],
    ['complaint.approvals', approvals.filter(isOpen).map((one) => approvalText(one, teller))],
    [
      'complaint.offers',
      offers.filter(isOpen).map((offer) => {
        const label = labelOfOffer(telling.voice.words, desk.playbook, offer);
        return offer.state === 'put'
          ? label
          : telling.say(`offer.${offer.state}`, { offer: label });
      }),
    ],
  ] as const;
  for (const [heading, texts] of parts) tellList(telling, telling.say(heading), texts);
  if (parts.every(([, texts]) => texts.length === 0)) telling.tell('complaint.nothing-promised');
}
