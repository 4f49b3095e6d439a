import type { Binding } from '../kit/bindings.ts';

/** What can be done on the Today screen. */
export type TodayAction =
  | 'open'
  | 'act'
  | 'page'
  | 'new'
  | 'search'
  | 'list'
  | 'reports'
  | 'scope'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'find'
  | 'keys'
  | 'quit'
  | 'interrupt';

/** What the key bar calls the two actions that are named by what they would do now. */
export interface TodayLabels {
  /** Key of the message that names what to do next about the entry in hand; undefined without one. */
  readonly act: string | undefined;
  /** Key of the message that names whose page comes next. */
  readonly scope: string;
}

/** @returns one record a key, for the handler, the key bar and the page of keys alike. */
export const todayBindings = ({ act, scope }: TodayLabels): readonly Binding<TodayAction>[] => [
  { action: 'open', keys: ['enter'], label: 'action.open', bar: 1, whileTyping: false },
  {
    action: 'act',
    keys: ['x', 'space'],
    label: act ?? 'action.do-next',
    ...(act === undefined ? {} : { bar: 2 }),
    whileTyping: false,
  },
  { action: 'page', keys: ['o'], label: 'action.whole-complaint', whileTyping: false },
  { action: 'new', keys: ['n'], label: 'action.new', bar: 3, whileTyping: false },
  { action: 'search', keys: ['/'], label: 'action.search', bar: 4, whileTyping: false },
  { action: 'scope', keys: ['m'], label: scope, bar: 5, whileTyping: false },
  { action: 'find', keys: ['ctrl+p'], label: 'action.find', bar: 6, whileTyping: false },
  {
    action: 'quit',
    keys: ['q', 'escape', 'ctrl+q'],
    label: 'action.quit',
    bar: 7,
    whileTyping: false,
  },
  { action: 'list', keys: ['l'], label: 'action.list', bar: 8, whileTyping: false },
  { action: 'reports', keys: ['r'], label: 'action.reports', bar: 9, whileTyping: false },
  { action: 'keys', keys: ['?', 'f1'], label: 'action.keys', bar: 10, whileTyping: false },
  { action: 'up', keys: ['up', 'k'], label: 'action.up', whileTyping: false },
  { action: 'down', keys: ['down', 'j'], label: 'action.down', whileTyping: false },
  { action: 'page-up', keys: ['pageup'], label: 'action.page-up', whileTyping: false },
  { action: 'page-down', keys: ['pagedown'], label: 'action.page-down', whileTyping: false },
  { action: 'first', keys: ['home', 'g'], label: 'action.first', whileTyping: false },
  { action: 'last', keys: ['end', 'G'], label: 'action.last', whileTyping: false },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: false },
];
