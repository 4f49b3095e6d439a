import type { Store } from '../../store/open-store.ts';
import type { Transactor } from '../../store/transactor.ts';

/**
 * So many complaints are changed in one transaction: nobody else waits longer than a moment, and but
 * for a firm's thousands it is all of them or nothing.
 */
export const BATCH = 500;

/** One batch: what came of it, and whether there is more to do. */
export interface Batch<Result> {
  readonly result: Result;
  readonly more: boolean;
}

/**
 * Works through what may be too much for one transaction, each batch a transaction of its own. It can
 * be stopped between two of them, and goes on where it is called again, as long as `work` looks for
 * what is not done yet.
 * @param dryRun does the first batch, and takes it back
 * @returns what came of each batch, in order
 * @throws StoreError when the record cannot be written; the batches before stay
 */
export async function inBatches<Result>(
  store: Store,
  dryRun: boolean,
  work: (tx: Transactor, first: boolean) => Promise<Batch<Result>>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let more = true; more; ) {
    const batch = await attempt(store, dryRun, (tx) => work(tx, results.length === 0));
    results.push(batch.result);
    more = batch.more && !dryRun;
  }
  return results;
}

async function attempt<Result>(
  store: Store,
  dryRun: boolean,
  work: (tx: Transactor) => Promise<Result>,
): Promise<Result> {
  let tried: { readonly result: Result } | undefined;
  try {
    return await store.transact(async (tx) => {
      const result = await work(tx);
      if (!dryRun) return result;
      tried = { result };
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack && tried !== undefined) return tried.result;
    throw error;
  }
}

/** Ends a transaction so that nothing of it stays; nobody outside sees it. */
class TakenBack extends Error {}
