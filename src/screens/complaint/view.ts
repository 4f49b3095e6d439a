import type { ComplaintPage } from '../../desk/complaint-page.ts';
import type { Voice } from '../../desk/saying.ts';
import type { WhyDue } from '../../desk/why-due.ts';
import type { Millis } from '../../rules/values.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import type { ActionForm } from '../action-form/form.ts';
import type { Palette } from '../kit/palette.ts';
import type { SectionName } from './sections.ts';

/** What the page of a complaint shows. */
export interface ComplaintView {
  readonly page: ComplaintPage;
  readonly voice: Voice;
  readonly section: SectionName;
  /** The first row of the section that is seen. */
  readonly scroll: number;
  /** Which of what can be in hand in the section is. */
  readonly index: number;
  /** Why the clocks stand where they stand; undefined while nobody has asked. */
  readonly whyDue: readonly WhyDue[] | undefined;
  readonly overlay: Palette | ActionForm | undefined;
  /** What just happened, here or in another window. */
  readonly notice: SafeText | undefined;
  /** What went wrong. */
  readonly fault: SafeText | undefined;
  readonly now: Millis;
}

/** Where the agent goes from here. */
export type ComplaintChoice =
  | { readonly kind: 'open' | 'resume'; readonly id: ComplaintPage['conversation']['state']['id'] }
  | { readonly kind: 'search' }
  | { readonly kind: 'back' }
  | { readonly kind: 'interrupt' };
