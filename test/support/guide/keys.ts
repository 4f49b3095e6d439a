import { createMessages } from '../../../src/language/messages.ts';
import { formBindings } from '../../../src/screens/action-form/bindings.ts';
import { complaintBindings } from '../../../src/screens/complaint/bindings.ts';
import { conversationBindings, endBindings } from '../../../src/screens/conversation/bindings.ts';
import { type Binding, keyName } from '../../../src/screens/kit/bindings.ts';
import {
  filterBindings,
  listBindings,
  pickerBindings,
} from '../../../src/screens/list/bindings.ts';
import {
  entryBindings,
  pickBindings,
  reportsBindings,
} from '../../../src/screens/reports/bindings.ts';
import { searchBindings } from '../../../src/screens/search/bindings.ts';
import { todayBindings } from '../../../src/screens/today/bindings.ts';
import { code, table } from './table.ts';

const words = createMessages('en');

/** Each screen, with what its keys do. */
const screens: readonly (readonly [title: string, bindings: readonly Binding<string>[]])[] = [
  ['Today', todayBindings({ act: undefined, scope: 'action.mine' })],
  ['The conversation', conversationBindings],
  ['The end of a conversation', endBindings],
  ['A complaint', complaintBindings],
  ['A form, wherever something is asked', formBindings],
  ['The list', listBindings],
  ['The list, while a filter is typed', filterBindings],
  ['The list, while its columns are picked', pickerBindings],
  ['The search', searchBindings],
  ['The reports', reportsBindings],
  ['The reports, while one, a period or steps are picked', pickBindings],
  ['The reports, while a filter or dates are typed', entryBindings],
];

/** @returns a table of keys for each screen. */
export const keyTables = (): string =>
  screens
    .map(([title, bindings]) => `## ${title}\n\n${table(['keys', 'what they do'], rows(bindings))}`)
    .join('\n\n');

/** An action that has several records, such as one for while a text is typed, is one row. */
function rows(bindings: readonly Binding<string>[]): readonly (readonly string[])[] {
  const keysOf = new Map<string, Set<string>>();
  for (const { label, keys } of bindings) {
    const known = keysOf.get(label) ?? new Set();
    keysOf.set(label, new Set([...known, ...keys]));
  }
  return [...keysOf].map(([label, keys]) => [
    [...keys].map((key) => code(keyName(key))).join(' '),
    nameOf(label),
  ]);
}

function nameOf(label: string): string {
  if (!words.has(label)) throw new RangeError(`${label} has no words`);
  return words.say(label);
}
