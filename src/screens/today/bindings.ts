import type { Binding } from '../kit/bindings.ts';

/** What can be done on the Today screen. */
export type TodayAction = 'open' | 'new' | 'up' | 'down' | 'quit' | 'interrupt';

/** One record a key, for the handler and the key bar alike. */
export const todayBindings: readonly Binding<TodayAction>[] = [
  { action: 'open', keys: ['enter'], label: 'action.open', bar: 1, whileTyping: false },
  { action: 'new', keys: ['n'], label: 'action.new', bar: 2, whileTyping: false },
  { action: 'up', keys: ['up', 'k'], label: 'action.up', whileTyping: false },
  { action: 'down', keys: ['down', 'j'], label: 'action.down', whileTyping: false },
  {
    action: 'quit',
    keys: ['q', 'escape', 'ctrl+q'],
    label: 'action.quit',
    bar: 3,
    whileTyping: false,
  },
  { action: 'interrupt', keys: ['ctrl+c'], label: 'action.interrupt', whileTyping: false },
];
