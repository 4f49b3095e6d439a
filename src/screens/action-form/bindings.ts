import type { Binding } from '../kit/bindings.ts';

/** What can be done in a form. */
export type FormAction = 'next' | 'back' | 'another-line' | 'cancel' | 'interrupt';

/** What a form is filled in with: the handler and the key bar are made from these. */
export const formBindings: readonly Binding<FormAction>[] = [
  { action: 'next', keys: ['enter', 'tab'], label: 'action.next', bar: 1, whileTyping: true },
  { action: 'back', keys: ['shift+tab'], label: 'action.back', bar: 2, whileTyping: true },
  {
    action: 'another-line',
    keys: ['ctrl+n'],
    label: 'action.another-line',
    bar: 3,
    whileTyping: true,
  },
  {
    action: 'cancel',
    keys: ['escape', 'ctrl+q'],
    label: 'action.cancel',
    bar: 4,
    whileTyping: true,
  },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: true },
];

/** @returns what works in a form: with one line to say or none there is no other one. */
export const bindingsOf = ({
  lines,
}: {
  readonly lines: readonly string[];
}): readonly Binding<FormAction>[] =>
  formBindings.filter(({ action }) => action !== 'another-line' || lines.length > 1);
