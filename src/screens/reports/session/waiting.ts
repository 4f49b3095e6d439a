import type { Key } from '../../kit/keys.ts';
import type { ReportsAction } from '../bindings.ts';
import { isMove } from './scrolling.ts';

/** What waits for the report: an action, or a key that was pressed behind one. */
export type Waiting = { readonly action: ReportsAction } | { readonly key: Key };

/**
 * What was asked of a report that is still counted, in the order in which it was typed: hurried
 * fingers mean the report they asked for, not the one that happens to be on the screen.
 */
export class WaitingKeys {
  #waiting: Waiting[] = [];

  /**
   * Whether whatever comes now waits behind the rest, since that will lead to the complaints or to a
   * page. Moves alone hold nobody back: who asks for something else does not want to see their end.
   */
  get holdsAll(): boolean {
    return this.#waiting.some((one) => !isMoveIn(one));
  }

  add(one: Waiting): void {
    this.#waiting.push(one);
  }

  /** @returns what waited so far, which waits no longer */
  takeAll(): readonly Waiting[] {
    const all = this.#waiting;
    this.#waiting = [];
    return all;
  }

  /** Forgets the moves: they were meant for a report that nobody will see. */
  forgetMoves(): void {
    this.#waiting = this.#waiting.filter((one) => !isMoveIn(one));
  }

  forget(): void {
    this.#waiting = [];
  }
}

const isMoveIn = (one: Waiting): boolean => 'action' in one && isMove(one.action);
