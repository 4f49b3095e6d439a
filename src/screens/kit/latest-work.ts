/** Whether the work has been overtaken: then what it found is no longer wanted. */
export type Overtaken = () => boolean;

/**
 * Work off the key path, of which only the newest counts: it begins after a pause, a newer one
 * before that takes its place, and one that is under way already is told that it was overtaken.
 */
export class LatestWork {
  #turn = 0;
  #timer: NodeJS.Timeout | undefined;
  #working = false;

  /** Whether something is under way or waits to be. */
  get isUnderWay(): boolean {
    return this.#working;
  }

  /**
   * @param pause before it begins, in milliseconds: keys that are already there come first
   * @param work looks at `overtaken` after each thing it waited for; must not throw
   */
  start(pause: number, work: (overtaken: Overtaken) => Promise<void>): void {
    this.stop();
    this.#working = true;
    const turn = this.#turn;
    const overtaken = (): boolean => turn !== this.#turn;
    this.#timer = setTimeout(() => {
      void work(overtaken).finally(() => {
        if (!overtaken()) this.#working = false;
      });
    }, pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#working = false;
  }
}
