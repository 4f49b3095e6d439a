import type { Binding } from '../kit/bindings.ts';

/** What can be done on the Reports screen. */
export type ReportsAction =
  | 'open'
  | 'report'
  | 'period'
  | 'step'
  | 'filter'
  | 'clear'
  | 'page'
  | 'next'
  | 'previous'
  | 'figure-after'
  | 'figure-before'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'again'
  | 'find'
  | 'keys'
  | 'back'
  | 'quit'
  | 'interrupt';

/** One record a key. */
export const reportsBindings: readonly Binding<ReportsAction>[] = [
  { action: 'open', keys: ['enter'], label: 'action.show-complaints', bar: 1, whileTyping: false },
  { action: 'report', keys: ['r'], label: 'action.pick-report', bar: 2, whileTyping: false },
  { action: 'period', keys: ['p'], label: 'action.pick-period', bar: 3, whileTyping: false },
  { action: 'step', keys: ['b'], label: 'action.pick-step', bar: 5, whileTyping: false },
  { action: 'filter', keys: ['f'], label: 'action.filter', bar: 4, whileTyping: false },
  { action: 'page', keys: ['o'], label: 'action.open-page', bar: 6, whileTyping: false },
  { action: 'clear', keys: ['x'], label: 'action.clear-filter', whileTyping: false },
  { action: 'next', keys: ['tab'], label: 'action.next-report', whileTyping: false },
  { action: 'previous', keys: ['shift+tab'], label: 'action.report-before', whileTyping: false },
  { action: 'figure-after', keys: ['right'], label: 'action.next-figure', whileTyping: false },
  { action: 'figure-before', keys: ['left'], label: 'action.figure-before', whileTyping: false },
  { action: 'up', keys: ['up', 'k'], label: 'action.up', whileTyping: false },
  { action: 'down', keys: ['down', 'j'], label: 'action.down', whileTyping: false },
  { action: 'page-up', keys: ['pageup'], label: 'action.page-up', whileTyping: false },
  {
    action: 'page-down',
    keys: ['pagedown', 'space'],
    label: 'action.page-down',
    whileTyping: false,
  },
  { action: 'first', keys: ['home', 'g'], label: 'action.first', whileTyping: false },
  { action: 'last', keys: ['end', 'G'], label: 'action.last', whileTyping: false },
  { action: 'again', keys: ['f5'], label: 'action.count-again', whileTyping: false },
  { action: 'find', keys: ['ctrl+p'], label: 'action.find', bar: 7, whileTyping: false },
  { action: 'back', keys: ['escape'], label: 'action.back', bar: 8, whileTyping: false },
  { action: 'quit', keys: ['q', 'ctrl+q'], label: 'action.quit', whileTyping: false },
  { action: 'keys', keys: ['?', 'f1'], label: 'action.keys', bar: 9, whileTyping: false },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: false },
];

/** What can be done while a filter or dates are typed. */
export type EntryAction = 'take' | 'complete' | 'drop' | 'interrupt';

/** One record a key while a filter or dates are typed. */
export const entryBindings: readonly Binding<EntryAction>[] = [
  { action: 'take', keys: ['enter'], label: 'action.take', bar: 1, whileTyping: true },
  { action: 'complete', keys: ['tab'], label: 'action.complete', bar: 2, whileTyping: true },
  { action: 'drop', keys: ['escape', 'ctrl+q'], label: 'action.cancel', bar: 3, whileTyping: true },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: true },
];

/** What can be done while one of a list is picked. */
export type PickAction = 'take' | 'drop' | 'up' | 'down' | 'first' | 'last' | 'interrupt';

/** One record a key while one of a list is picked. */
export const pickBindings: readonly Binding<PickAction>[] = [
  {
    action: 'take',
    keys: ['enter', 'tab', 'space'],
    label: 'action.choose',
    bar: 1,
    whileTyping: false,
  },
  {
    action: 'drop',
    keys: ['escape', 'q', 'ctrl+q'],
    label: 'action.cancel',
    bar: 2,
    whileTyping: false,
  },
  { action: 'up', keys: ['up', 'k'], label: 'action.up', whileTyping: false },
  { action: 'down', keys: ['down', 'j'], label: 'action.down', whileTyping: false },
  { action: 'first', keys: ['home', 'g'], label: 'action.first', whileTyping: false },
  { action: 'last', keys: ['end', 'G'], label: 'action.last', whileTyping: false },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: false },
];
