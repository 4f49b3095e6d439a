import type { ListAsked, ListDesk } from '../../../desk/list-page.ts';
import { LatestWork, type Overtaken } from '../../kit/latest-work.ts';
import { type Counted, countLater } from '../counting.ts';

type Work = (overtaken: Overtaken) => Promise<void>;

/** What is read for a list, away from the keys: other rows, more of the same, and how many there are. */
export class ReadingWorks {
  readonly #finding = new LatestWork();
  readonly #fetching = new LatestWork();
  readonly #counting = new LatestWork();
  readonly #failed: (error: unknown) => void;

  /** @param failed is told when something that is still wanted could not be read */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  get isFinding(): boolean {
    return this.#finding.isUnderWay;
  }

  get isFetching(): boolean {
    return this.#fetching.isUnderWay;
  }

  /** @param pause in milliseconds; a newer question before that takes the place of this one */
  find(pause: number, does: Work): void {
    this.#finding.start(pause, this.#guarded(does));
  }

  fetch(does: Work): void {
    this.#fetching.start(0, this.#guarded(does));
  }

  count(desk: ListDesk, asked: ListAsked, counted: Counted): void {
    countLater(this.#counting, desk, asked, counted, this.#guarded);
  }

  stopFinding(): void {
    this.#finding.stop();
  }

  stopFetching(): void {
    this.#fetching.stop();
  }

  stopCounting(): void {
    this.#counting.stop();
  }

  readonly #guarded =
    (does: Work): Work =>
    async (overtaken) => {
      try {
        await does(overtaken);
      } catch (error) {
        if (!overtaken()) this.#failed(error);
      }
    };
}
