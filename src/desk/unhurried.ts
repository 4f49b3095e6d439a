import { setTimeout } from 'node:timers/promises';

/** The shortest rest in milliseconds: whoever waits for the lock looks again within that time. */
const shortest = 4;

/**
 * Does a long job piece by piece, each in a transaction of its own, and rests after each for as long
 * as it took: whoever works in another window finds the record free half of the time. Two writers
 * that never rest starve each other.
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
    await setTimeout(Math.max(shortest, took));
  }
}
