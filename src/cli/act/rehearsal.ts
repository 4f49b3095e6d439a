import type { Acted, Desk } from '../../desk/desk.ts';
import type { RecordField } from '../../desk/read-record.ts';
import type { ComplaintId } from '../../rules/values.ts';

/** A record as machines read it. */
export type MachineRecord = Readonly<Record<string, unknown>>;

/** What would come of something, with the complaint's record before and after it. */
export interface Rehearsed {
  readonly acted: Acted;
  readonly before: MachineRecord;
  readonly after: MachineRecord;
}

/**
 * Does something for real, looks at what came of it, and takes all of it back: what it says is what
 * would happen, to the letter.
 * @param deed one change of the desk it is given
 * @throws StoreError when the record cannot be written
 */
export async function rehearse(
  desk: Desk,
  id: ComplaintId,
  fields: readonly RecordField[],
  deed: (desk: Desk) => Promise<Acted>,
): Promise<Rehearsed> {
  const { store } = desk;
  const [before = {}] = await store.read.records([id], fields);
  let after = before;
  const transact: typeof store.transact = async (work) => {
    try {
      return await store.transact(async (tx) => {
        const result = await work(tx);
        // What adds nothing to the log changes no complaint, such as the count of wrong PINs: that
        // stays, or a rehearsal would be a way to guess.
        if (tx.newHead === undefined) return result;
        [after = before] = await tx.records([id], fields);
        throw new TakenBack(result);
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result as Awaited<ReturnType<typeof work>>;
      throw error;
    }
  };
  // Everything else is the record itself.
  const rehearsing = new Proxy(store, {
    get(target, key) {
      if (key === 'transact') return transact;
      const own: unknown = Reflect.get(target, key, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  const acted = await deed({ ...desk, store: rehearsing });
  return { acted, before, after };
}

/** Ends a transaction so that nothing of it stays; nobody outside sees it. */
class TakenBack extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('the rehearsal was taken back');
    this.result = result;
  }
}
