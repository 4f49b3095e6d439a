import type { Binding } from '../kit/bindings.ts';

/** What can be done in a conversation. */
export type ConversationAction =
  | 'next'
  | 'back'
  | 'undo'
  | 'redo'
  | 'handover'
  | 'callback'
  | 'wait'
  | 'supervisor'
  | 'details'
  | 'same-complaint'
  | 'same-person'
  | 'similar'
  | 'another-line'
  | 'take-line'
  | 'reword'
  | 'withdraw'
  | 'find'
  | 'keys'
  | 'leave'
  | 'interrupt';

/** Does an action. */
export type Act = (action: ConversationAction) => Promise<void> | void;

/** One record a key: the handler, the key bar, the overlay and the palette are made from these. */
export const conversationBindings: readonly Binding<ConversationAction>[] = [
  { action: 'next', keys: ['enter', 'tab'], label: 'action.next', bar: 1, whileTyping: true },
  { action: 'back', keys: ['shift+tab'], label: 'action.back', bar: 2, whileTyping: true },
  { action: 'undo', keys: ['ctrl+z'], label: 'action.undo', bar: 3, whileTyping: true },
  { action: 'redo', keys: ['ctrl+y'], label: 'action.redo', whileTyping: true },
  { action: 'handover', keys: ['ctrl+o'], label: 'action.handover', bar: 4, whileTyping: true },
  { action: 'callback', keys: ['ctrl+k'], label: 'action.callback', bar: 5, whileTyping: true },
  { action: 'wait', keys: ['ctrl+t'], label: 'action.wait', whileTyping: true },
  { action: 'supervisor', keys: ['ctrl+s'], label: 'action.supervisor', whileTyping: true },
  { action: 'details', keys: ['ctrl+g'], label: 'action.details', whileTyping: true },
  { action: 'same-complaint', keys: ['f2'], label: 'action.same-complaint', whileTyping: true },
  { action: 'same-person', keys: ['f3'], label: 'action.same-person', whileTyping: true },
  { action: 'similar', keys: ['f4'], label: 'action.similar', bar: 7, whileTyping: true },
  { action: 'another-line', keys: ['ctrl+n'], label: 'action.another-line', whileTyping: true },
  { action: 'take-line', keys: ['ctrl+l'], label: 'action.take-line', whileTyping: true },
  { action: 'reword', keys: ['ctrl+r'], label: 'action.reword', whileTyping: true },
  { action: 'withdraw', keys: ['ctrl+x'], label: 'action.withdraw', whileTyping: true },
  { action: 'find', keys: ['ctrl+p'], label: 'action.find', bar: 6, whileTyping: true },
  { action: 'keys', keys: ['f1'], label: 'action.keys', bar: 8, whileTyping: true },
  { action: 'keys', keys: ['?'], label: 'action.keys', whileTyping: false },
  { action: 'leave', keys: ['escape', 'ctrl+q'], label: 'action.leave', whileTyping: true },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: true },
];

/** What can be done once the conversation is over. */
export const endBindings: readonly Binding<ConversationAction | 'scroll'>[] = [
  {
    action: 'leave',
    keys: ['enter', 'escape', 'ctrl+q'],
    label: 'action.done',
    bar: 1,
    whileTyping: true,
  },
  { action: 'undo', keys: ['ctrl+z'], label: 'action.undo', bar: 2, whileTyping: true },
  {
    action: 'scroll',
    keys: ['up', 'down', 'pageup', 'pagedown'],
    label: 'action.scroll',
    bar: 3,
    whileTyping: true,
  },
];

const toConversation = {
  action: 'leave',
  keys: ['escape'],
  label: 'action.to-conversation',
  bar: 3,
  whileTyping: true,
} as const;

/** What similar complaints are read with; the key that opens them closes them as well. */
export const similarBindings: readonly Binding<'close' | 'scroll' | 'interrupt'>[] = [
  {
    action: 'close',
    keys: ['escape', 'f4', 'enter', 'ctrl+q'],
    label: 'action.to-conversation',
    bar: 1,
    whileTyping: true,
  },
  {
    action: 'scroll',
    keys: ['up', 'down', 'pageup', 'pagedown', 'home', 'end'],
    label: 'action.scroll',
    bar: 2,
    whileTyping: true,
  },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: true },
];

/** What a form beside the conversation is filled in with. */
export const formBindings: readonly Binding<ConversationAction>[] = [
  ...conversationBindings.filter(({ action }) => action === 'next' || action === 'back'),
  toConversation,
];
