import type { Binding } from '../kit/bindings.ts';

/** What can be done on the List screen. */
export type ListAction =
  | 'open'
  | 'filter'
  | 'complete'
  | 'rows'
  | 'clear'
  | 'sort'
  | 'turn'
  | 'columns'
  | 'search'
  | 'new'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'find'
  | 'keys'
  | 'back'
  | 'quit'
  | 'interrupt';

const moves: readonly Binding<ListAction>[] = [
  { action: 'up', keys: ['up'], label: 'action.up', whileTyping: true },
  { action: 'down', keys: ['down'], label: 'action.down', whileTyping: true },
  { action: 'page-up', keys: ['pageup'], label: 'action.page-up', whileTyping: true },
  { action: 'page-down', keys: ['pagedown'], label: 'action.page-down', whileTyping: true },
];

const anywhere: readonly Binding<ListAction>[] = [
  { action: 'find', keys: ['ctrl+p'], label: 'action.find', bar: 6, whileTyping: true },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: true },
];

/** One record a key while a row is in hand. */
export const listBindings: readonly Binding<ListAction>[] = [
  { action: 'open', keys: ['enter'], label: 'action.open', bar: 1, whileTyping: false },
  { action: 'filter', keys: ['f', 'tab'], label: 'action.filter', bar: 2, whileTyping: false },
  { action: 'search', keys: ['/'], label: 'action.search', bar: 3, whileTyping: false },
  { action: 'sort', keys: ['s'], label: 'action.sort', bar: 4, whileTyping: false },
  { action: 'turn', keys: ['S'], label: 'action.turn', whileTyping: false },
  { action: 'columns', keys: ['c'], label: 'action.columns', bar: 5, whileTyping: false },
  { action: 'clear', keys: ['x'], label: 'action.clear-filter', whileTyping: false },
  { action: 'new', keys: ['n'], label: 'action.new', whileTyping: false },
  ...moves,
  { action: 'up', keys: ['k'], label: 'action.up', whileTyping: false },
  { action: 'down', keys: ['j', 'space'], label: 'action.down', whileTyping: false },
  { action: 'first', keys: ['home', 'g'], label: 'action.first', whileTyping: false },
  { action: 'last', keys: ['end', 'G'], label: 'action.last', whileTyping: false },
  ...anywhere,
  { action: 'back', keys: ['escape'], label: 'action.back', bar: 7, whileTyping: false },
  { action: 'quit', keys: ['q', 'ctrl+q'], label: 'action.quit', whileTyping: false },
  { action: 'keys', keys: ['?', 'f1'], label: 'action.keys', bar: 8, whileTyping: false },
];

/** One record a key while the filter is typed. */
export const filterBindings: readonly Binding<ListAction>[] = [
  { action: 'open', keys: ['enter'], label: 'action.open', bar: 1, whileTyping: true },
  { action: 'complete', keys: ['tab'], label: 'action.complete', bar: 2, whileTyping: true },
  { action: 'rows', keys: ['escape'], label: 'action.to-rows', bar: 3, whileTyping: true },
  ...moves,
  ...anywhere,
  { action: 'quit', keys: ['ctrl+q'], label: 'action.quit', whileTyping: true },
  { action: 'keys', keys: ['f1'], label: 'action.keys', bar: 8, whileTyping: true },
];

/** What can be done while columns are picked. */
export type PickerAction =
  | 'keep'
  | 'drop'
  | 'toggle'
  | 'earlier'
  | 'later'
  | 'usual'
  | 'up'
  | 'down'
  | 'interrupt';

/** One record a key while columns are picked. */
export const pickerBindings: readonly Binding<PickerAction>[] = [
  { action: 'keep', keys: ['enter'], label: 'action.keep-columns', bar: 1, whileTyping: false },
  { action: 'toggle', keys: ['space'], label: 'action.toggle-column', bar: 2, whileTyping: false },
  { action: 'earlier', keys: ['left'], label: 'action.column-left', bar: 3, whileTyping: false },
  { action: 'later', keys: ['right'], label: 'action.column-right', bar: 4, whileTyping: false },
  { action: 'usual', keys: ['u'], label: 'action.usual-columns', bar: 5, whileTyping: false },
  { action: 'up', keys: ['up', 'k'], label: 'action.up', whileTyping: false },
  { action: 'down', keys: ['down', 'j'], label: 'action.down', whileTyping: false },
  { action: 'drop', keys: ['escape', 'q'], label: 'action.back', bar: 6, whileTyping: false },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: false },
];
