import { writeSync } from 'node:fs';
import { openStore } from '../../../src/store/open-store.ts';

// Answers as fast as it can, and says each answer's number once it is committed.
const [path = '', complaint = ''] = process.argv.slice(2);
const id = Number(complaint);
const store = await openStore({ path });
for (;;) {
  const n = await store.transact(async (tx) => {
    const next = ((await tx.revisionOf(id)) ?? 0) + 1;
    await tx.appendEvent({
      complaint: id,
      n: next,
      at: next,
      agent: 'Sam',
      type: 'answered',
      body: { next },
    });
    await tx.updateComplaint(id, { revision: next, updated_at: next });
    return next;
  });
  writeSync(1, `${n}\n`);
}
