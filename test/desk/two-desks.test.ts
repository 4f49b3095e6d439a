import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readState } from '../../src/desk/act.ts';
import { addCustomer } from '../../src/desk/customer.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { eventOf } from '../../src/desk/rows.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { fold } from '../../src/rules/fold.ts';
import { complaintId } from '../../src/rules/values.ts';
import { openSampleDesk, saidIn } from '../plain/sample-desk.ts';
import { runCommand } from '../support/run-command.ts';
import { calls, onDisk, says, taken } from './at-the-desk.ts';

/** @returns what a desk in a process of its own says is on record. */
async function deskProcess<Item>(
  desk: Desk,
  agent: string,
  task: 'whole' | 'words',
  number: number,
): Promise<readonly Item[]> {
  const script = join(import.meta.dirname, 'desk-process.ts');
  const args = [script, desk.store.path, agent, task, String(number)];
  const { stdout, stderr, code } = await runCommand([process.execPath, ...args]);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly Item[];
}

async function foldedAndStored(desk: Desk, id: number) {
  const events = (await desk.store.read.eventsOf(id)).flatMap((row) => eventOf(row) ?? []);
  return [fold(events), await readState(desk.store.read, complaintId(id))] as const;
}

describe('two desks on one file, each a process of its own', () => {
  test('take different complaints at once and lose nothing', async () => {
    const desk = await openSampleDesk();
    const ids = await Promise.all([
      deskProcess<number>(desk, 'Sam', 'whole', 5),
      deskProcess<number>(desk, 'Lejla', 'whole', 5),
    ]);
    const ended = ids.flat();
    expect(new Set(ended).size).toBe(10);
    for (const id of ended) {
      const [folded, stored] = await foldedAndStored(desk, id);
      expect(stored).toEqual(folded);
      expect(stored?.finishedAt).toBeDefined();
    }
    const each = Object.keys(calls).length + 2;
    expect(await desk.store.verify()).toMatchObject({ events: 10 * each, faults: [] });
    expect(onDisk(desk)['customer']).toHaveLength(10);
    expect(onDisk(desk)['place']).toEqual([]);
  });

  test('answer one question again and again: what was acknowledged is on record, and nothing else', async () => {
    const desk = await openSampleDesk();
    const { state } = taken(await calls.channel(desk, await startComplaint(desk)));
    const acknowledged = await Promise.all([
      deskProcess<string>(desk, 'Sam', 'words', state.id),
      deskProcess<string>(desk, 'Lejla', 'words', state.id),
    ]);
    const log = await saidIn(desk, state.id);
    const words = log.flatMap((line) => {
      const { body } = line as {
        readonly body: { readonly question?: string; readonly value?: string };
      };
      return body.question === 'words' ? [body.value ?? ''] : [];
    });
    expect([...words].sort()).toEqual(acknowledged.flat().sort());
    const [folded, stored] = await foldedAndStored(desk, state.id);
    expect(stored).toEqual(folded);
    expect((await desk.store.verify()).faults).toEqual([]);
  });
});

describe('one desk that is asked for two things at once', () => {
  test('takes the first answer to a question, and tells the second', async () => {
    const desk = await openSampleDesk();
    const seen = taken(await calls.channel(desk, await startComplaint(desk)));
    const [first, second] = await Promise.all([
      says('words', 'It broke.')(desk, seen),
      says('words', 'It broke.')(desk, seen),
    ]);
    taken(first);
    expect(second).toMatchObject({ ok: false, refusals: [{ code: 'changed_elsewhere' }] });
  });

  test('writes two people down under two numbers', async () => {
    const desk = await openSampleDesk();
    const [first, second] = await Promise.all([startComplaint(desk), startComplaint(desk)]);
    const [maria, marko] = await Promise.all([
      addCustomer(desk, first, { name: 'Maria' }),
      addCustomer(desk, second, { name: 'Marko' }),
    ]);
    expect(taken(maria).customer).toMatchObject({ id: 1, name: 'Maria' });
    expect(taken(marko).customer).toMatchObject({ id: 2, name: 'Marko' });
  });
});
