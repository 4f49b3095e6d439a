import type { Messages } from '../../language/messages.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { widthOf } from '../../terminal/width.ts';
import { type Binding, barBindings, keyName } from './bindings.ts';
import { labelled } from './labelled.ts';
import { TextLine } from './line.tsx';
import { useUnicode } from './signs.tsx';
import { theme } from './theme.ts';

interface KeyBarProps<Action extends string> {
  readonly bindings: readonly Binding<Action>[];
  readonly typing: boolean;
  readonly words: Messages;
  readonly columns: number;
}

/** The keys that work here, as many as fit: the most used first, and always the last one, which shows the others. */
export function KeyBar<Action extends string>({
  bindings,
  typing,
  words,
  columns,
}: KeyBarProps<Action>) {
  const unicode = useUnicode();
  const items = barBindings(bindings, { typing }).map(
    ({ keys, label }) => `${keyName(keys[0] ?? '', unicode)} ${labelled(words, label)}`,
  );
  return (
    <TextLine text={safeLine(fitted(items, columns - 1))} columns={columns} style={theme.quiet} />
  );
}

/** Where there is no room for all, those before the last give way, from the right. */
function fitted(items: readonly string[], columns: number): string {
  const text = ` ${items.join('   ')}`;
  return widthOf(text) <= columns || items.length < 2
    ? text
    : fitted(items.toSpliced(-2, 1), columns);
}
