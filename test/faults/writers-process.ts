import { openConversation } from '../../src/desk/act.ts';
import { actionNamed } from '../../src/desk/actions/index.ts';
import { runAction } from '../../src/desk/actions/run-action.ts';
import { openDesk } from '../../src/desk/open-desk.ts';
import { changesSince } from '../../src/desk/timeline.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import { complaintId } from '../../src/rules/values.ts';

/**
 * One of several that write to one complaint at the very same moment, each as a person does: looks,
 * writes, and where somebody else was first reads what they did and writes again.
 *
 *     node writers-process.ts PATH AGENT COMPLAINT COUNT
 *
 * It prints, as JSON, what it was told is on record, and what it was told others had done.
 */
const [path = '', agent = '', complaint, count] = process.argv.slice(2);
const desk = await openDesk({ path, as: agent, language: 'en' });
const words = createMessages('en');
const voice = { words, spoken: createSpokenTime(words, desk.zone) };
const id = complaintId(Number(complaint));
const acknowledged: string[] = [];
const told: string[] = [];

const look = async () => {
  const seen = await openConversation(desk, id);
  if (seen === undefined) throw new Error('the complaint is there');
  return seen;
};

for (let time = 0; time < Number(count); time += 1) {
  const text = `${agent} ${time}`;
  let seen = await look();
  for (;;) {
    const acted = await runAction(desk, voice, seen, actionNamed('note'), { text });
    if (acted.ok) break;
    const [refusal] = acted.refusals;
    if (refusal?.code !== 'changed_elsewhere') throw new Error(JSON.stringify(acted.refusals));
    const changes = await changesSince(desk, voice, seen.state);
    if (changes.length === 0) throw new Error('something changed, and nobody can say what');
    told.push(...changes.map((change) => `${change.agent}: ${change.words}`));
    seen = await look();
  }
  acknowledged.push(text);
}
await desk.store.close();
process.stdout.write(JSON.stringify({ acknowledged, told }));
