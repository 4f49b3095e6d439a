import type { Binding } from '../kit/bindings.ts';

/** What can be done on the Search screen. */
export type SearchAction =
  | 'open'
  | 'list'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'find'
  | 'keys'
  | 'back'
  | 'quit'
  | 'interrupt';

/** One record a key; a field for typing always has the focus. */
export const searchBindings: readonly Binding<SearchAction>[] = [
  { action: 'open', keys: ['enter'], label: 'action.open', bar: 1, whileTyping: true },
  { action: 'list', keys: ['tab'], label: 'action.as-list', bar: 2, whileTyping: true },
  { action: 'up', keys: ['up'], label: 'action.up', whileTyping: true },
  { action: 'down', keys: ['down'], label: 'action.down', whileTyping: true },
  { action: 'page-up', keys: ['pageup'], label: 'action.page-up', whileTyping: true },
  { action: 'page-down', keys: ['pagedown'], label: 'action.page-down', whileTyping: true },
  { action: 'back', keys: ['escape'], label: 'action.back', bar: 3, whileTyping: true },
  { action: 'find', keys: ['ctrl+p'], label: 'action.find', bar: 4, whileTyping: true },
  { action: 'keys', keys: ['f1'], label: 'action.keys', bar: 5, whileTyping: true },
  { action: 'quit', keys: ['ctrl+q'], label: 'action.quit', whileTyping: true },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: true },
];
