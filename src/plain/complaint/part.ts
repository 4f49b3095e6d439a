import type { ComplaintPage } from '../../desk/complaint-page.ts';
import type { ComplaintTeller } from '../../desk/complaint-text.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Telling } from '../telling.ts';

/** What the parts of a complaint are told from. */
export interface PartSource {
  readonly telling: Telling;
  readonly desk: Desk;
  readonly page: ComplaintPage;
}

/** @returns what the lines of a complaint are said with. */
export const tellerOf = ({ telling, desk, page }: PartSource): ComplaintTeller => ({
  voice: telling.voice,
  playbook: desk.playbook,
  now: desk.now(),
  theirZone: page.scene.theirZone,
});

/** A heading with its lines beneath it; nothing where there are none. */
export function tellList(telling: Telling, heading: string, texts: readonly string[]): void {
  if (texts.length === 0) return;
  telling.tellHeading(heading);
  for (const text of texts) telling.tell('plain.page.line', { text });
}
