import { openStore } from '../../../src/store/open-store.ts';

// Opens the record, making it if need be, and commits as many complaints as it is told.
const [path = '', count = '1'] = process.argv.slice(2);
const store = await openStore({ path });
for (let done = 0; done < Number(count); done++) {
  await store.transact(async (tx) => {
    const complaint = await tx.insertComplaint({
      revision: 1,
      stage: 'open',
      opened_at: 1,
      opened_by: 'Sam',
      owner: 'Sam',
      passed: '[]',
      answer_aim: 1,
      answer_due: 1,
      updated_at: 1,
      words: 'The kettle arrived in pieces.',
    });
    await tx.appendEvent({
      complaint,
      n: 1,
      at: 1,
      agent: 'Sam',
      type: 'opened',
      body: { due: 1 },
    });
    return complaint;
  });
}
await store.close();
process.stdout.write('done');
