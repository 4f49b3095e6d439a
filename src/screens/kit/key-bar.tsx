import type { Messages } from '../../language/messages.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { widthOf } from '../../terminal/width.ts';
import { type Binding, barBindings, keyName } from './bindings.ts';
import { labelled } from './labelled.ts';
import { TextLine } from './line.tsx';
import { theme } from './theme.ts';

interface KeyBarProps<Action extends string> {
  readonly bindings: readonly Binding<Action>[];
  readonly typing: boolean;
  readonly words: Messages;
  readonly columns: number;
  readonly unicode: boolean;
}

/** The keys that work here, as many as fit, the most used first. */
export function KeyBar<Action extends string>({
  bindings,
  typing,
  words,
  columns,
  unicode,
}: KeyBarProps<Action>) {
  const items = barBindings(bindings, { typing }).map(
    ({ keys, label }) => `${keyName(keys[0] ?? '', unicode)} ${labelled(words, label)}`,
  );
  let text = '';
  for (const item of items) {
    const longer = text === '' ? ` ${item}` : `${text}   ${item}`;
    if (widthOf(longer) > columns - 1) break;
    text = longer;
  }
  return <TextLine text={safeLine(text)} columns={columns} style={theme.quiet} />;
}
