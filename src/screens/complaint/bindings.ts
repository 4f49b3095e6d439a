import type { ActionName } from '../../desk/actions/names.ts';
import type { Binding } from '../kit/bindings.ts';
import { type SectionName, sectionNames } from './sections.ts';

/** What can be done on the page of a complaint, beside the actions of the desk. */
export type PageAction =
  | 'proceed'
  | 'resume'
  | 'actions'
  | 'next-section'
  | 'section-before'
  | 'why'
  | 'undo-this'
  | 'search'
  | 'find'
  | 'keys'
  | 'leave'
  | 'interrupt';

/** What a key does here: something of the page, an action of the desk, or a section. */
export type ComplaintAction = PageAction | `do:${ActionName}` | `see:${SectionName}`;

const key = (
  action: ComplaintAction,
  keys: readonly string[],
  label: string,
  bar?: number,
): Binding<ComplaintAction> => ({
  action,
  keys,
  label,
  whileTyping: false,
  ...(bar === undefined ? {} : { bar }),
});

/** The commonest actions by the first letter of what they are called, or the nearest that is free. */
const actionKeys: Readonly<Partial<Record<ActionName, readonly string[]>>> = {
  note: ['n'],
  assign: ['g'],
  handover: ['h'],
  escalate: ['e'],
  wait: ['w'],
  heard: ['i'],
  callback: ['c'],
  called: ['b'],
  followup: ['f'],
  'promise-add': ['p'],
  'promise-keep': ['k'],
  'promise-told': ['t'],
  'promise-delay': ['d'],
  offer: ['o'],
  approve: ['y'],
  decline: ['x'],
  resolve: ['r'],
  close: ['l'],
  reopen: ['s'],
  merge: ['m'],
  undo: ['ctrl+z'],
  redo: ['ctrl+y'],
};

/** @returns the keys of an action of the desk; none where it is found by its name alone. */
export const keysOfAction = (name: ActionName): readonly string[] => actionKeys[name] ?? [];

const barOfActions: Readonly<Partial<Record<ActionName, number>>> = {
  handover: 5,
  'promise-add': 6,
  callback: 7,
};

/** One record a key: the handler, the key bar, the overlay and the palette are made from these. */
export const complaintBindings: readonly Binding<ComplaintAction>[] = [
  key('proceed', ['enter'], 'action.proceed', 1),
  key('actions', ['a'], 'action.actions', 2),
  key('next-section', ['tab', 'right'], 'action.next-section', 3),
  key('section-before', ['shift+tab', 'left'], 'action.section-before'),
  key('why', ['v'], 'action.why'),
  key('undo-this', ['u'], 'action.undo-this'),
  ...(Object.keys(actionKeys) as ActionName[]).map((name) =>
    key(`do:${name}`, keysOfAction(name), `do.${name}`, barOfActions[name]),
  ),
  ...sectionNames.map((name, at) =>
    key(`see:${name}`, [String(at + 1)], `complaint.section.${name}`),
  ),
  key('search', ['/'], 'action.search'),
  key('find', ['ctrl+p'], 'action.find', 8),
  key('leave', ['escape', 'q', 'ctrl+q'], 'action.leave-page', 4),
  key('keys', ['?', 'f1'], 'action.keys', 9),
  key('interrupt', ['ctrl+c'], 'action.interrupt'),
];
