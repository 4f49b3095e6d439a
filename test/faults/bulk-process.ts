import { openDesk } from '../../src/desk/open-desk.ts';
import { recordFromText } from '../../src/desk/record-file.ts';
import { unhurried } from '../../src/desk/unhurried.ts';
import { promisedTo } from '../terminal/day/records.ts';

/**
 * A bulk job in a process of its own: takes complaints, one after the other, until it is stopped, and
 * then prints how many those were.
 *
 *     node bulk-process.ts PATH
 */
const [path = ''] = process.argv.slice(2);
const desk = await openDesk({ path, as: 'Nadia', language: 'en' });
let taken = 0;
let stopped = false;

function* complaints(): Generator<string, void> {
  for (let n = 100; !stopped; n += 1) {
    const somebody = { name: `Sample Customer ${n}`, phone: `+387 61 000 ${n}`, language: 'bs' };
    yield promisedTo({ ...somebody, promised: 'a new lid', due: 86_400_000 });
  }
}

process.once('SIGTERM', () => {
  stopped = true;
});
process.stdout.write('ready\n');
for await (const outcome of unhurried(complaints(), (text) => recordFromText(desk, text))) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  taken += 1;
}
await desk.store.close();
process.stdout.write(`${taken}\n`);
