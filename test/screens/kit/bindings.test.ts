import { describe, expect, test } from 'vitest';
import {
  type Binding,
  barBindings,
  keyName,
  matchBinding,
} from '../../../src/screens/kit/bindings.ts';
import { type Key, press } from '../../../src/screens/kit/keys.ts';

type Action = 'next' | 'back' | 'undo' | 'help' | 'new';

const bindings: readonly Binding<Action>[] = [
  { action: 'undo', keys: ['ctrl+z'], label: 'action.undo', bar: 3, whileTyping: true },
  { action: 'next', keys: ['enter'], label: 'action.next', bar: 1, whileTyping: true },
  { action: 'back', keys: ['shift+tab'], label: 'action.back', bar: 2, whileTyping: true },
  { action: 'help', keys: ['?', 'f1'], label: 'action.help', bar: 9, whileTyping: false },
  { action: 'new', keys: ['n'], label: 'action.new', whileTyping: false },
];
const text = (typed: string): Key => ({ kind: 'text', text: typed });

describe('a key', () => {
  test('finds its action', () => {
    const free = { typing: false };
    expect(matchBinding(bindings, press('enter'), free)).toBe('next');
    expect(matchBinding(bindings, press('z', { ctrl: true }), free)).toBe('undo');
    expect(matchBinding(bindings, press('tab', { shift: true }), free)).toBe('back');
    expect(matchBinding(bindings, text('?'), free)).toBe('help');
    expect(matchBinding(bindings, press('f1'), free)).toBe('help');
    expect(matchBinding(bindings, press('tab'), free)).toBeUndefined();
    expect(matchBinding(bindings, { kind: 'paste', text: 'n' }, free)).toBeUndefined();
  });

  test('that types something is left to the text while an agent types', () => {
    expect(matchBinding(bindings, text('?'), { typing: true })).toBeUndefined();
    expect(matchBinding(bindings, text('n'), { typing: true })).toBeUndefined();
    expect(matchBinding(bindings, press('enter'), { typing: true })).toBe('next');
  });
});

test('the key bar shows what works here, in its order', () => {
  const shown = (typing: boolean) => barBindings(bindings, { typing }).map(({ action }) => action);
  expect(shown(false)).toEqual(['next', 'back', 'undo', 'help']);
  expect(shown(true)).toEqual(['next', 'back', 'undo']);
});

describe('the name of a key', () => {
  test.each([
    ['ctrl+z', '^Z', '^Z'],
    ['enter', '↵', 'Enter'],
    ['shift+tab', '⇧Tab', 'Shift+Tab'],
    ['alt+enter', 'Alt+↵', 'Alt+Enter'],
    ['ctrl+left', 'Ctrl+←', 'Ctrl+Left'],
    ['alt+b', 'Alt+B', 'Alt+B'],
    ['escape', 'Esc', 'Esc'],
    ['pagedown', 'PgDn', 'PgDn'],
    ['f1', 'F1', 'F1'],
    ['?', '?', '?'],
    ['+', '+', '+'],
    ['n', 'n', 'n'],
  ])('%s is shown as %s, or as %s without Unicode', (spelled, unicode, ascii) => {
    expect(keyName(spelled)).toBe(unicode);
    expect(keyName(spelled, false)).toBe(ascii);
  });
});
