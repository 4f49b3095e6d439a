import type { Desk } from '../desk/desk.ts';
import { openRecord } from '../desk/read-record.ts';
import type { Messages } from '../language/messages.ts';
import { makeReport, type ReportAsked } from './make-report.ts';
import type { Report } from './report.ts';

/** Makes reports of one desk, as they are asked for. */
export interface ReportSource {
  /**
   * @throws StoreError when the record cannot be read
   * @throws TooManyPieces where the step is too small for the time
   */
  make(asked: ReportAsked): Promise<Report>;
}

/** Reports of the record that a desk works on; each is made of the record as it is then. */
export const reportSourceOf = (desk: Desk, words: Messages): ReportSource => ({
  async make(asked) {
    const { store, playbook, zone, now } = desk;
    const record = await openRecord({ path: store.path, named: true });
    if (record === undefined) throw new RangeError(`there is no record at ${store.path}`);
    try {
      return await makeReport({ record, playbook, zone, now: now() }, asked, words);
    } finally {
      await record.close();
    }
  },
});
