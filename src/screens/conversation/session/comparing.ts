import { similarTo } from '../../../desk/similar.ts';
import { matchBinding } from '../../kit/bindings.ts';
import type { Key } from '../../kit/keys.ts';
import { LatestWork } from '../../kit/latest-work.ts';
import { type Act, similarBindings } from '../bindings.ts';
import {
  comparedWith,
  isComparing,
  nothingLikeIt,
  type SimilarPage,
  scrolledPage,
} from '../similar.ts';
import { closeOverlay } from './overlay.ts';
import type { Shown } from './shown.ts';

/** So long typing pauses before past complaints are looked through, in milliseconds. */
const PAUSE = 150;
/** More similar complaints nobody reads while somebody waits. */
const MOST = 10;

/**
 * Keeps how complaints like this one were put right beside the conversation (P48): looked for off the
 * key path once typing pauses, and anew when what is known has changed.
 */
export class Comparing {
  readonly #shown: Shown;
  readonly #reading = new LatestWork();
  /** What was asked last. */
  #asked = '';

  /** Must be made before anybody else listens to what is shown: it adds to it. */
  constructor(shown: Shown) {
    this.#shown = shown;
    shown.subscribe(() => this.#follow());
  }

  /** The conversation is left: nobody reads what would be found. */
  stop(): void {
    this.#reading.stop();
    this.#asked = '';
  }

  /** Shows them in full over the field. */
  open(): void {
    this.#shown.show({ overlay: { kind: 'similar', scroll: 0 }, notice: undefined });
  }

  /** @param act does what leaves the conversation */
  take(page: SimilarPage, key: Key, act: Act): Promise<void> | void {
    const action = matchBinding(similarBindings, key, { typing: false });
    if (action === 'interrupt') return act(action);
    if (action === 'close') return closeOverlay(this.#shown);
    const { columns, rows } = this.#shown.scene.size;
    const scrolled = scrolledPage(this.#shown.view, page, key, { columns, rows });
    if (scrolled !== undefined) this.#shown.show({ overlay: scrolled });
  }

  #follow(): void {
    const { view } = this.#shown;
    if (!isComparing(view)) return;
    const question = comparedWith(view);
    const asked = JSON.stringify(question);
    if (asked === this.#asked) return;
    this.#asked = asked;
    const { words = '', restated = '', cause, product } = question;
    if (`${words}${restated}`.trim() === '' && cause === undefined && product === undefined) {
      this.#reading.stop();
      // Those who listen to what is shown are told right after this.
      this.#shown.prepare({ ...view, likeness: nothingLikeIt });
      return;
    }
    this.#shown.prepare({ ...view, likeness: { ...view.likeness, isUnderWay: true } });
    this.#reading.start(PAUSE, async (overtaken) => {
      try {
        const { read } = this.#shown.scene.desk.store;
        const complaints = await similarTo(read, question, MOST, { overtaken });
        if (!overtaken()) this.#shown.show({ likeness: { complaints, isUnderWay: false } });
      } catch (error) {
        if (overtaken()) return;
        // It is looked for again with the next letter.
        this.#asked = '';
        this.#shown.prepare({
          ...this.#shown.view,
          likeness: { ...this.#shown.view.likeness, isUnderWay: false },
        });
        this.#shown.fail(error);
      }
    });
  }
}
