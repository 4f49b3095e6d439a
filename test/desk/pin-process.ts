import { checkPin } from '../../src/desk/pin.ts';
import { millis } from '../../src/rules/values.ts';
import { openStore } from '../../src/store/open-store.ts';

/**
 * Somebody who guesses in a process of their own:
 *
 *     node pin-process.ts PATH AGENT MOMENT PIN...
 *
 * It prints what each guess came to, as JSON.
 */
const [path = '', agent = '', at, ...pins] = process.argv.slice(2);

const store = await openStore({ path });
const found: string[] = [];
for (const pin of pins) {
  const checked = await checkPin(store, agent, pin, millis(Number(at)));
  found.push(checked.ok ? 'right' : checked.refusal.code);
}
await store.close();
process.stdout.write(JSON.stringify(found));
