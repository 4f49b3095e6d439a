import { setTimeout } from 'node:timers/promises';

/** The shortest rest in milliseconds. */
const shortest = 8;

/**
 * Does a long job piece by piece, each in a transaction of its own, and rests after each twice as
 * long as it took. Whoever waits for the lock in another window looks again after 1, 3 and 8
 * milliseconds: with a rest that long, one of these falls into it. Writers that never rest starve
 * each other.
 * @param items what there is to do; nothing is read ahead
 * @param work one piece: a few milliseconds, committed when it returns
 * @returns what came of each piece, as soon as it is on disk
 */
export async function* unhurried<Item, Done>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Done>,
): AsyncGenerator<Done, void> {
  for await (const item of items) {
    const started = performance.now();
    const done = await work(item);
    const took = performance.now() - started;
    yield done;
    await setTimeout(Math.max(shortest, 2 * took));
  }
}
