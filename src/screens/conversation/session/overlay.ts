import { linesAt } from '../view.ts';
import type { Shown } from './shown.ts';

/** Takes a form or the palette away: the conversation is as it was beneath. */
export function closeOverlay(shown: Shown): void {
  const { conversation, field, at } = shown.view;
  const lines = linesAt(shown.scene, conversation, field, at);
  shown.show({ overlay: undefined, lines, line: 0, notice: undefined });
}
