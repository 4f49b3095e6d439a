import type { ConversationAction } from './bindings.ts';
import type { ConversationView } from './view.ts';

/** Why an action cannot be done now: the key of the message that says so. */
export type WhyNot =
  | 'why-not.reword'
  | 'why-not.take-line'
  | 'why-not.another-line'
  | 'why-not.withdraw'
  | 'why-not.details'
  | 'why-not.same-complaint'
  | 'why-not.same-person'
  | 'complaint.no-similar'
  | 'notice.first';

/** @returns why an action cannot be done now, or undefined when it can. A key that cannot work says why. */
export function whyNot(action: ConversationAction, view: ConversationView): WhyNot | undefined {
  const { field, phrases, lines, at, conversation, repeats, likeness } = view;
  switch (action) {
    case 'reword':
      return phrases.length === 0 ? 'why-not.reword' : undefined;
    case 'take-line':
      return field?.kind !== 'text' || lines.length === 0 ? 'why-not.take-line' : undefined;
    case 'another-line':
      return lines.length < 2 ? 'why-not.another-line' : undefined;
    case 'withdraw':
      return field?.kind !== 'promises' ? 'why-not.withdraw' : undefined;
    case 'details':
      return conversation.customer === undefined ? 'why-not.details' : undefined;
    case 'same-complaint':
      return repeats.complaints.length === 0 ? 'why-not.same-complaint' : undefined;
    case 'same-person':
      return repeats.people.length === 0 ? 'why-not.same-person' : undefined;
    case 'similar':
      return likeness.complaints.length === 0 && !likeness.isUnderWay
        ? 'complaint.no-similar'
        : undefined;
    case 'back':
      return at === 'customer' ? 'notice.first' : undefined;
    default:
      return undefined;
  }
}
