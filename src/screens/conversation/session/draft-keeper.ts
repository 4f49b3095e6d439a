import { clamp } from '../../kit/clamp.ts';

/** Typing is kept once it stops for this long, and at the latest after a second of it (in ms). */
const AFTER = 300;
const AT_LATEST = 1000;

/**
 * Keeps unconfirmed typing on disk, so that a power cut costs at most the last second of it, without
 * writing at every key.
 */
export class DraftKeeper {
  readonly #store: () => Promise<void>;
  readonly #onFault: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #unkeptSince: number | undefined;

  /**
   * @param store writes what is typed now
   * @param onFault is told when that failed; the text is still in the field
   */
  constructor(store: () => Promise<void>, onFault: (error: unknown) => void) {
    this.#store = store;
    this.#onFault = onFault;
  }

  /** Something was typed. */
  typed(): void {
    const now = Date.now();
    this.#unkeptSince ??= now;
    clearTimeout(this.#timer);
    const left = this.#unkeptSince + AT_LATEST - now;
    this.#timer = setTimeout(
      () => {
        this.keep().catch(this.#onFault);
      },
      clamp(AFTER, 0, left),
    );
  }

  /** What was typed is confirmed or left behind. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#unkeptSince = undefined;
  }

  /** Writes at once. @throws StoreError when it cannot be written */
  async keep(): Promise<void> {
    this.forget();
    await this.#store();
  }
}
