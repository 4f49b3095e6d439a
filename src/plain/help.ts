import type { MessageKey } from '../language/messages.ts';
import { questionNamed } from '../rules/questions.ts';
import type { OwnCommand, PromptKind } from './commands.ts';
import type { Talk } from './talk.ts';

/** Tells why the question in hand is asked, and what can be typed here. */
export function tellHelp(talk: Talk, kind: PromptKind, own: readonly OwnCommand[]): void {
  const { question } = talk;
  if (question !== undefined) {
    const why = `help.${question}`;
    if (talk.voice.words.has(why)) talk.tell(why);
  }
  for (const key of usage(talk, kind, own)) talk.tell(key);
}

function usage(
  { question }: Talk,
  kind: PromptKind,
  own: readonly OwnCommand[],
): readonly MessageKey[] {
  const open = question !== undefined && questionNamed(question).open === true;
  return [
    kind === 'choose' ? 'plain.help.choose' : 'plain.help.write',
    ...(kind === 'passage' ? (['plain.help.passage'] as const) : []),
    ...(own.includes('better') ? (['plain.help.better'] as const) : []),
    ...(open ? (['plain.help.open'] as const) : []),
  ];
}
