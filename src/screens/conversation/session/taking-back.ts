import { redo, undo } from '../../../desk/undo.ts';
import { questionOfEvent } from '../../../rules/event-question.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { tellRefused } from './overtaken.ts';
import type { Places } from './places.ts';
import type { Shown } from './shown.ts';

const ways = {
  undo: { compensate: undo, notice: 'notice.undone' },
  redo: { compensate: redo, notice: 'notice.redone' },
} as const;

/** Takes the last answer back, or brings it back, goes to its question and says which it was. */
export async function takeBack(
  shown: Shown,
  places: Places,
  way: keyof typeof ways,
): Promise<void> {
  const { compensate, notice } = ways[way];
  const undone = await compensate(shown.scene.desk, shown.view.conversation);
  if (!undone.ok) return tellRefused(shown, places, undone, false);
  const { conversation, event } = undone;
  const question = event && questionOfEvent(event);
  shown.prepare({ ...shown.view, history: undefined });
  places.moved(conversation);
  await places.goTo(conversation, question);
  const { words } = shown.scene.voice;
  const what = words.say(question === undefined ? 'notice.ending' : `question.${question}`);
  shown.show({ notice: safeLine(words.say(notice, { what })) });
}
