import { type ComplaintPage, complaintPageOf } from '../../../desk/complaint-page.ts';
import { changesText } from '../../../desk/timeline.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import type { ComplaintView } from '../view.ts';
import type { Shown } from './shown.ts';

/** Keeps the page true while another window writes, and while the clocks go on. */
export class Live {
  readonly #shown: Shown;
  /** What SQLite said when the page was read last. */
  #seen: number;

  constructor(shown: Shown) {
    this.#shown = shown;
    this.#seen = shown.desk.store.dataVersion();
  }

  /** Another window may have written; and the clocks go on. */
  async look(): Promise<void> {
    const { desk } = this.#shown;
    const version = desk.store.dataVersion();
    if (version !== this.#seen) {
      this.#seen = version;
      await this.reread();
    }
    this.#shown.show({ now: desk.now() });
  }

  /** Reads the page anew, and says what somebody else did since it was read. */
  async reread(): Promise<void> {
    const { desk, voice, id } = this.#shown;
    const page = await complaintPageOf(desk, voice, id);
    if (page === undefined) return;
    const { revision } = this.#shown.view.page.conversation.state;
    const theirs = page.timeline.filter(
      ({ n, agent }) => n > revision && agent !== desk.agent.name,
    );
    const told = changesText(voice, desk.agent.name, theirs, 'known');
    const { overlay, whyDue } = this.#shown.view;
    const changed = page.conversation.state.revision !== revision;
    this.#shown.show({
      page,
      now: desk.now(),
      whyDue: changed ? undefined : whyDue,
      ...(told === undefined ? {} : toldIn(overlay, page, told)),
    });
  }
}

/** A form that was handed in since knows already, and says what Enter does now. */
function toldIn(
  overlay: ComplaintView['overlay'],
  { conversation }: ComplaintPage,
  told: string,
): Partial<ComplaintView> {
  if (overlay?.kind !== 'action') return { notice: safeLine(told) };
  const isBehind = overlay.scene.conversation.state.revision < conversation.state.revision;
  return isBehind ? { overlay: { ...overlay, meanwhile: told } } : {};
}
