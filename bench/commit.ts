import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { answer } from '../src/desk/converse.ts';
import { addCustomer } from '../src/desk/customer.ts';
import type { Desk } from '../src/desk/desk.ts';
import { keptCounting } from '../src/desk/kept-counting.ts';
import { startComplaint } from '../src/desk/start.ts';
import { loadPlaybook } from '../src/playbook/load-playbook.ts';
import type { Conversation } from '../src/rules/conversation.ts';
import type { Answered } from '../src/rules/events.ts';
import { agentName, millis } from '../src/rules/values.ts';
import { openStore } from '../src/store/open-store.ts';
import { type Figure, median, workshop } from './measure.ts';
import { dice, sampleNarrative } from './sample-text.ts';

const ROUNDS = 2000;

/**
 * One answer on disk, against writing the same bytes and waiting for the disk: a small one, and one
 * whose words are found by the search from then on.
 */
export async function commit(): Promise<readonly Figure[]> {
  const roll = dice(3);
  const channels = ['email', 'phone'];
  return [
    await committed('one answer committed (state, event, chain)', 2, (round) => ({
      question: 'channel',
      value: channels[round % 2] ?? '',
    })),
    await committed('one answer in words committed (state, event, chain, search)', 2.5, () => ({
      question: 'words',
      value: sampleNarrative(roll),
    })),
  ];
}

async function committed(
  what: string,
  atMost: number,
  answerOf: (round: number) => Answered,
): Promise<Figure> {
  // Beside the other files of the benchmark: a folder in memory would make the disk free.
  const folder = mkdtempSync(join(workshop, 'commit-'));
  try {
    const desk = await sampleDesk(join(folder, 'commit.db'));
    const bare = openSync(join(folder, 'bare'), 'w');
    const bytes = Buffer.alloc(4096, 'x');
    let conversation = await identified(desk);
    const answers: number[] = [];
    const writes: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      const acted = await answer(desk, conversation, answerOf(round));
      const middle = performance.now();
      writeSync(bare, bytes);
      fdatasyncSync(bare);
      writes.push(performance.now() - middle);
      answers.push(middle - started);
      if (!acted.ok) throw new Error(JSON.stringify(acted.refusals));
      conversation = acted.conversation;
    }
    closeSync(bare);
    await desk.store.close();
    const value = median(answers) / median(writes);
    return { what, reference: 'a bare write + fdatasync', value, unit: 'x', atMost };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns a conversation with somebody who is known: what they were given is looked at each time. */
async function identified(desk: Desk): Promise<Conversation> {
  const started = await startComplaint(desk);
  const named = await addCustomer(desk, started, { name: 'Sample Customer' });
  if (!named.ok) throw new Error(JSON.stringify(named.refusals));
  const reached = await answer(desk, named.conversation, { question: 'channel', value: 'phone' });
  if (!reached.ok) throw new Error(JSON.stringify(reached.refusals));
  return reached.conversation;
}

async function sampleDesk(path: string): Promise<Desk> {
  const loaded = await loadPlaybook({ pack: 'small-business', language: 'en' });
  if (!loaded.ok) throw new Error('the playbook has faults');
  return {
    store: await openStore({ path }),
    playbook: loaded.playbook,
    agent: { name: agentName('Agent A'), role: 'agent', team: 'sample desk' },
    business: 'Sample',
    reachUs: '',
    zone: 'Europe/Sofia',
    counting: keptCounting(),
    now: () => millis(Date.now()),
  };
}
