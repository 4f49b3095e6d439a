import type { Messages } from '../../../language/messages.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { TextLine } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';

interface PassHintProps {
  readonly words: Messages;
  readonly columns: number;
}

/** Says that an empty answer is one: they need not tell (P2). */
export function PassHint({ words, columns }: PassHintProps) {
  return (
    <TextLine
      text={safeLine(`   ${words.say('entry.pass')}`)}
      columns={columns}
      style={theme.quiet}
    />
  );
}
