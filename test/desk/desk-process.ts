import { openConversation } from '../../src/desk/act.ts';
import { finish } from '../../src/desk/converse.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { openDesk } from '../../src/desk/open-desk.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { complaintId, millis } from '../../src/rules/values.ts';
import { calls, says, taken } from './at-the-desk.ts';

/**
 * A desk in a process of its own, for tests of two that write at once:
 *
 *     node desk-process.ts PATH AGENT whole COUNT        holds so many whole conversations
 *     node desk-process.ts PATH AGENT words COMPLAINT    answers one question again and again
 *
 * It prints what it was told is on record, as JSON.
 */
const [path = '', agent = '', task, number] = process.argv.slice(2);

const REPEATS = 40;

/** @returns the numbers of the complaints it took. */
async function takeWholeConversations(desk: Desk, count: number): Promise<readonly number[]> {
  const ended: number[] = [];
  for (let time = 0; time < count; time++) {
    let conversation = await startComplaint(desk);
    for (const call of Object.values(calls)) conversation = taken(await call(desk, conversation));
    ended.push(taken(await finish(desk, conversation)).state.id);
  }
  return ended;
}

/** @returns the words that were taken; where the other was first, they were refused. */
async function answerAgainAndAgain(desk: Desk, complaint: number): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  for (let time = 0; time < REPEATS; time++) {
    const seen = await openConversation(desk, complaintId(complaint));
    if (seen === undefined) throw new Error('the complaint is there');
    const words = `${agent} ${time}`;
    const acted = await says('words', words)(desk, seen);
    if (acted.ok) acknowledged.push(words);
    else if (acted.refusals[0]?.code !== 'changed_elsewhere') taken(acted);
  }
  return acknowledged;
}

const start = Date.UTC(2026, 10, 21, 7, 3);
const now = () => millis(start + Math.trunc(performance.now()));
const desk = await openDesk({ path, as: agent, language: 'en', now });
const said =
  task === 'whole'
    ? await takeWholeConversations(desk, Number(number))
    : await answerAgainAndAgain(desk, Number(number));
await desk.store.close();
process.stdout.write(JSON.stringify(said));
