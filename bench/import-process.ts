import { openDesk } from '../src/desk/open-desk.ts';
import { recordFromText } from '../src/desk/record-file.ts';
import { unhurried } from '../src/desk/unhurried.ts';
import { dice, sampleNarrative } from './sample-text.ts';

// Takes sample complaints into a record one after the other until it is stopped, as an import does.
const [path = ''] = process.argv.slice(2);
const desk = await openDesk({ path, as: 'Agent B', language: 'en' });
const roll = dice(7);
let taken = 0;

function* complaints(): Generator<string, void> {
  for (;;) {
    const words = sampleNarrative(roll);
    yield JSON.stringify({
      customer: { name: 'Sample Customer' },
      channel: 'phone',
      words,
      restated: { text: words.slice(0, 80), confirmed: true },
      cause: 'delivery/damaged',
      wish: 'replacement',
      apology: { fault: 'ours', text: 'I am sorry.' },
      offers: [{ remedy: 'replacement' }, { remedy: 'refund', amount: '29.90 EUR' }],
      chosen: 'replacement',
      done: 'sample work',
      outcome: 'resolved',
      thanked: true,
    });
  }
}

process.once('SIGTERM', () => {
  process.stdout.write(`${taken}\n`);
  process.exitCode = 0;
  void desk.store.close().then(() => process.exit());
});
process.stdout.write('ready\n');
for await (const outcome of unhurried(complaints(), (text) => recordFromText(desk, text))) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  taken += 1;
}
