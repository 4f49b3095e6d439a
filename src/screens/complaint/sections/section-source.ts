import type { ComplaintPage } from '../../../desk/complaint-page.ts';
import type { ComplaintTeller } from '../../../desk/complaint-text.ts';
import type { Voice } from '../../../desk/saying.ts';
import type { WhyDue } from '../../../desk/why-due.ts';
import type { Millis } from '../../../rules/values.ts';

/** What a section is made from. */
export interface SectionSource {
  readonly page: ComplaintPage;
  readonly voice: Voice;
  readonly now: Millis;
  /** Why the clocks stand where they stand; undefined while nobody has asked. */
  readonly whyDue: readonly WhyDue[] | undefined;
}

/** @returns what the lines of a section are said with. */
export const tellerOf = ({ page, voice, now }: SectionSource): ComplaintTeller => ({
  voice,
  playbook: page.conversation.playbook,
  now,
  theirZone: page.scene.theirZone,
});
