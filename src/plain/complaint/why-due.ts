import { capitalised } from '../capitalised.ts';
import { type PartSource, tellList } from './part.ts';

/** Tells the arithmetic of each clock, to be read to whoever asks (P25, P28, P40). */
export async function tellWhyDue({ telling, desk, page }: PartSource): Promise<void> {
  // The calendar and its words are loaded for those who ask.
  const { whyDue } = await import('../../desk/why-due.ts');
  const { whyDueText } = await import('../../desk/why-due-text.ts');
  const { voice } = telling;
  const { playbook } = desk;
  const now = desk.now();
  const { id } = page.conversation.state;
  const clocks = await whyDue(desk.store.read, id, playbook, now);
  if (clocks.length === 0) telling.tell('complaint.no-clocks');
  for (const why of clocks) {
    tellList(
      telling,
      capitalised(telling.say(`why-due.clock.${why.clock.kind}`), voice.words),
      whyDueText(why, { voice, playbook, now }),
    );
  }
}
