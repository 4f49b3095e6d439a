import { afterwards } from '../../desk/afterwards.ts';
import { recordAnswers } from '../../desk/record-answers.ts';
import { steps } from '../../rules/steps.ts';
import { capitalised } from '../capitalised.ts';
import type { Telling } from '../telling.ts';
import type { PartSource } from './part.ts';

/** Tells the whole record: every answer under its step, and how it ended (P26, P36, P37). */
export function tellRecord({ telling, page }: PartSource): void {
  const { words } = telling.voice;
  const answers = recordAnswers(page.conversation, telling.voice);
  if (answers.length === 0) telling.tell('complaint.no-answers');
  for (const step of steps) {
    const given = answers.filter((answer) => answer.step === step);
    if (given.length === 0) continue;
    telling.tellHeading(telling.say(`step.${step}`));
    for (const { label, text } of given) tellLabelled(telling, label, text);
  }
  const after = afterwards(page.conversation.state, words);
  if (after.length > 0) telling.tellHeading(telling.say('complaint.afterwards'));
  for (const { label, text } of after) tellLabelled(telling, label, text);
}

function tellLabelled(telling: Telling, said: string, text: string): void {
  const label = capitalised(said, telling.voice.words);
  if (text.includes('\n')) {
    telling.tellHeading(label);
    telling.tellBlock(text);
  } else {
    telling.tellAnswer(label, text);
  }
}
