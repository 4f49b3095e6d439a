import { describe, expect, test } from 'vitest';
import { namedAs, ownAuthority, permitFor } from '../../src/desk/agents.ts';
import { putOffers } from '../../src/desk/converse.ts';
import { eventWords } from '../../src/desk/event-words.ts';
import { givenElsewhere, givenTo } from '../../src/desk/given-remedies.ts';
import { logWords } from '../../src/desk/log-words.ts';
import { openDesk } from '../../src/desk/open-desk.ts';
import { rememberAgent, setUpDesk } from '../../src/desk/set-up.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { verifyRecord } from '../../src/desk/verify-record.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import type { Authority, Playbook } from '../../src/rules/playbook.ts';
import { currency, millis, minor } from '../../src/rules/values.ts';
import { atTestEnd } from '../support/at-test-end.ts';
import { completeComplaint, openSampleDesk } from '../support/sample-record.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { add, codes, deskOfThree, draft, edit, hashed, retire, workedBy } from './a-team.ts';

const euro = (cents: number) => ({ minor: minor(cents), currency: currency('EUR') });
const own: Authority = { limit: { amount: euro(8000), percent: 20 }, remedies: {} };

describe('who works at the desk', () => {
  test('somebody added is there with all that was said of them', async () => {
    const desk = await deskOfThree();
    await add(desk, draft('  Lejla   Hadžić ', { languages: ['bs', 'en'], authority: own }));
    const [lejla] = (await desk.store.read.people()).filter(({ name }) => name.startsWith('L'));
    expect(lejla).toMatchObject({
      name: 'Lejla Hadžić',
      role: 'agent',
      language: 'bs',
      languages: '["en"]',
      has_pin: 0,
      retired_at: null,
      open_complaints: 0,
    });
  });

  test.each(['Sam', 'sam', ' SAM ', 'Sám', 'Ѕаm', 'S\u0430m'])(
    'nobody is added whose name looks like Sam’s: %s',
    async (name) => {
      const desk = await deskOfThree();
      expect(codes(await add(desk, draft(name)))).toEqual(['agent_exists']);
    },
  );

  test.each([
    ['', 'required'],
    ['   ', 'required'],
    ['Sam\u0007', 'unprintable'],
    ['Sam\u202e', 'unprintable'],
    ['S'.repeat(61), 'agent_name_long'],
  ])('nobody is called %j', async (name, code) => {
    const desk = await deskOfThree();
    expect(codes(await add(desk, draft(name)))).toEqual([code]);
  });

  test('names of every language stay as they are', async () => {
    const desk = await deskOfThree();
    for (const name of ['Б. Болдбаатар', 'Νίκος', 'สมชาย', 'Amra Hodžić']) {
      expect(codes(await add(desk, draft(name)))).toEqual([]);
    }
    expect(namedAs(await desk.store.read.agents(), 'amra hodzic')?.name).toBe('Amra Hodžić');
  });

  test('what is changed is changed, and the rest stays', async () => {
    const desk = await deskOfThree();
    await add(desk, draft('Lejla', { authority: own, pinHash: hashed('2468') }));
    await edit(desk, 'lejla', { team: ' returns desk ', languages: ['bs'] });
    expect(await desk.store.read.agent('Lejla')).toMatchObject({
      team: 'returns desk',
      language: 'bs',
      languages: '[]',
      authority: JSON.stringify(own),
      pin: hashed('2468'),
    });
  });

  test('the last owner stays one, whoever asks', async () => {
    const desk = await deskOfThree();
    expect(codes(await retire(desk, 'Ana'))).toEqual(['last_owner']);
    expect(codes(await edit(desk, 'Ana', { role: 'supervisor' }))).toEqual(['last_owner']);
    await edit(desk, 'Vesna', { role: 'owner' });
    expect(codes(await retire(desk, 'Ana'))).toEqual([]);
    expect(codes(await retire(desk, 'Vesna'))).toEqual(['last_owner']);
  });

  test('who is retired keeps what they did, cannot work, and can be brought back', async () => {
    const desk = await deskOfThree();
    await completeComplaint(desk, { promised: 'a call' });
    await retire(desk, 'Sam');
    const options = { path: desk.store.path, language: 'en', as: 'Sam' };
    await expect(openDesk(options)).rejects.toMatchObject({ name: 'AgentRetired', agent: 'Sam' });
    expect((await desk.store.read.complaint(1001))?.owner).toBe('Sam');
    expect(codes(await retire(desk, 'Sam'))).toEqual(['agent_retired']);
    expect(codes(await add(desk, draft('sam')))).toEqual(['agent_was_here']);
    await edit(desk, 'Sam', { active: true });
    const again = await openDesk(options);
    await again.store.close();
    expect(again.agent.name).toBe('Sam');
  });

  test('the list says how many open complaints each owns', async () => {
    const desk = await deskOfThree();
    await startComplaint(desk);
    await startComplaint(desk);
    await completeComplaint(desk, { promised: '' });
    await startComplaint(workedBy(desk, 'Ana'));
    const open = (await desk.store.read.people()).map((one) => [one.name, one.open_complaints]);
    expect(Object.fromEntries(open)).toEqual({ Ana: 1, Sam: 2, Vesna: 0 });
  });
});

describe('limits of their own (P21)', () => {
  const read = (typed: Parameters<typeof ownAuthority>[0], before: Authority | null = null) => {
    const limits = ownAuthority(typed, before, currency('EUR'));
    return limits.ok ? limits.authority.limit : limits.refusals.map(({ code }) => code);
  };

  test('are read as people write them', () => {
    expect(read({ amount: '80', percent: '12,5 %', customer: '100 EUR', days: '30' })).toEqual({
      amount: euro(8000),
      percent: 12.5,
      perCustomer: { sum: euro(10_000), days: 30 },
    });
  });

  test('what is not named stays', () => {
    expect(read({ amount: '90' }, own)).toEqual({ amount: euro(9000), percent: 20 });
  });

  test('that cannot be read are all told', () => {
    const wrong = { amount: 'much', percent: '120', customer: '5 USD', days: 'a few' };
    expect(read(wrong)).toEqual([
      'limit_not_a_sum',
      'limit_not_a_share',
      'limit_other_currency',
      'limit_not_days',
    ]);
  });

  test('hold at the desk, for what their role may not', async () => {
    const desk = await deskOfThree();
    await edit(desk, 'Sam', { authority: own });
    const sam = await openDesk({ path: desk.store.path, language: 'en', as: 'Sam' });
    atTestEnd(() => sam.store.close());
    const conversation = await completeUntilOffers(sam);
    const offers = [refund(8000), { remedy: 'repair' }];
    expect((await putOffers(sam, conversation, offers)).ok).toBe(true);
    const usual = { ...sam, agent: { name: sam.agent.name, role: sam.agent.role, team: '' } };
    expect(await putOffers(usual, await completeUntilOffers(sam), offers)).toMatchObject({
      refusals: [{ code: 'above_amount' }],
    });
  });
});

describe('who may change people', () => {
  const asked = async (
    desk: Parameters<typeof permitFor>[0],
    intent: Parameters<typeof permitFor>[1],
    pin = '2468',
  ) => {
    const who: string[] = [];
    const answer = await permitFor(desk, intent, async (agent) => {
      who.push(agent);
      return pin;
    });
    return answer.ok
      ? { by: answer.permit.by, anybody: answer.permit.anybody, asked: who }
      : { refused: answer.refusal.code, asked: who };
  };
  const withPins = async (...names: readonly string[]) => {
    const desk = await deskOfThree();
    for (const name of names) {
      const row = await desk.store.read.agent(name);
      await desk.store.transact((tx) => tx.putAgent({ ...(row ?? never()), pin: hashed('2468') }));
    }
    return desk;
  };

  test('anybody at the machine, as long as nobody who decides has a PIN', async () => {
    const desk = await deskOfThree();
    expect(await asked(desk, { name: 'Lejla' })).toEqual({ by: 'Sam', anybody: true, asked: [] });
  });

  test('then a supervisor or owner, with their PIN', async () => {
    const desk = await withPins('Vesna');
    const vesna = workedBy(desk, 'Vesna', 'supervisor');
    expect(await asked(vesna, { name: 'Lejla' })).toEqual({
      by: 'Vesna',
      anybody: false,
      asked: ['Vesna'],
    });
    expect(await asked(vesna, { name: 'Lejla' }, '1111')).toEqual({
      refused: 'wrong_pin',
      asked: ['Vesna'],
    });
  });

  test('at an agent’s keys the only one who can is asked for theirs, and it is theirs in the log', async () => {
    const desk = await withPins('Vesna');
    expect(await asked(desk, { name: 'Lejla' })).toMatchObject({ by: 'Vesna', asked: ['Vesna'] });
    await add(desk, draft('Lejla'), '2468');
    expect((await desk.store.read.eventsAfter(0, 100)).at(-1)).toMatchObject({
      agent: 'Vesna',
      type: 'agent_added',
    });
  });

  test('where several could, one has to be named', async () => {
    const desk = await withPins('Vesna', 'Ana');
    expect(await asked(desk, { name: 'Lejla' })).toEqual({
      refused: 'needs_supervisor',
      asked: [],
    });
    expect(await asked(desk, { name: 'Lejla', supervisor: 'ana' })).toMatchObject({ by: 'Ana' });
    expect(await asked(desk, { name: 'Lejla', supervisor: 'Sam' })).toMatchObject({
      refused: 'needs_supervisor',
    });
  });

  test('a supervisor without a PIN is asked for none, and told', async () => {
    const desk = await withPins('Ana');
    const vesna = workedBy(desk, 'Vesna', 'supervisor');
    expect(await asked(vesna, { name: 'Lejla' })).toEqual({ refused: 'no_pin', asked: [] });
  });

  test('a supervisor makes no owner and changes none, once an owner has a PIN', async () => {
    const vesna = workedBy(await withPins('Vesna', 'Ana'), 'Vesna', 'supervisor');
    expect(await asked(vesna, { name: 'Ana' })).toMatchObject({ refused: 'needs_owner' });
    expect(await asked(vesna, { name: 'Vesna', role: 'owner' })).toMatchObject({
      refused: 'needs_owner',
    });
    expect(await asked(vesna, { name: 'Sam', role: 'supervisor' })).toMatchObject({ by: 'Vesna' });
    const alone = workedBy(await withPins('Vesna'), 'Vesna', 'supervisor');
    expect(await asked(alone, { name: 'Ana' })).toMatchObject({ by: 'Vesna' });
  });

  test('everybody changes their own PIN with the old one', async () => {
    const desk = await withPins('Vesna', 'Sam');
    const onlyPin = { name: 'Sam', onlyPin: true };
    expect(await asked(desk, onlyPin)).toMatchObject({ by: 'Sam', asked: ['Sam'] });
    expect(await asked(desk, { name: 'Vesna', onlyPin: true })).toMatchObject({ asked: ['Vesna'] });
  });

  test('the set-up changes nobody behind their back', async () => {
    const desk = await withPins('Vesna');
    const sam = { business: 'Kettle & Co', agent: 'Sam', team: 'repairs desk', reachUs: '' };
    const setUp = (role: 'agent' | 'owner', agent = 'Sam') =>
      setUpDesk(desk.store, { ...sam, role, agent }, 'Europe/Sofia', 1);
    await expect(setUp('owner')).rejects.toMatchObject({ name: 'PeopleRefused' });
    await expect(setUp('owner', 'Mallory')).rejects.toMatchObject({ name: 'PeopleRefused' });
    expect((await desk.store.read.agent('Sam'))?.role).toBe('agent');
    await setUp('agent');
    expect(await desk.store.read.setting('business')).toBe('Kettle & Co');
  });

  test('nor does a name that nobody added', async () => {
    const desk = await withPins('Vesna');
    const options = { path: desk.store.path, language: 'en', as: 'Mallory' };
    await expect(openDesk(options)).rejects.toMatchObject({
      name: 'AgentUnknown',
      given: 'Mallory',
    });
  });
});

describe('the log of the desk', () => {
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, 'Europe/Sofia') };
  const told = async ({ store, playbook }: Awaited<ReturnType<typeof deskOfThree>>) =>
    (await store.read.eventsAfter(0, 1000)).map((row) =>
      logWords(row, { voice, playbook, before: [] }),
    );

  test('tells every change to the people, and its chain holds', async () => {
    const desk = await deskOfThree();
    await edit(desk, 'Sam', { team: 'returns desk', role: 'supervisor', authority: own });
    await edit(desk, 'Sam', { authority: null, languages: ['bg', 'en'], pinHash: hashed('2468') });
    await retire(workedBy(desk, 'Sam', 'supervisor'), 'Sam', '2468');
    await edit(desk, 'Sam', { active: true });
    expect(await told(desk)).toEqual([
      'Sam works here: agent',
      'Vesna works here: supervisor',
      'Ana works here: owner',
      'Sam, team: returns desk',
      'Sam, role: supervisor',
      'Sam, limits: up to €80.00, 20 %',
      'Sam, languages: bg, en',
      'Sam, limits: those of the role',
      'Sam has a new PIN',
      'Sam no longer works here',
      'Sam works here again',
    ]);
    expect(await verifyRecord(desk.store, { rebuild: true })).toMatchObject({
      events: 11,
      faults: [],
    });
  });

  test('tells how the desk was set up, and nothing twice', async () => {
    const desk = await openSampleDesk(temporaryFolder());
    const sam = { business: ' Kettle & Co ', agent: ' Sam ', team: 'repairs desk' };
    const setUp = (reachUs: string) =>
      setUpDesk(desk.store, { ...sam, role: 'owner', reachUs }, 'Europe/Sofia', 1);
    await setUp('');
    await setUp('');
    await setUp('02 123 4567');
    await rememberAgent(workedBy(desk, 'Marko'));
    await rememberAgent(workedBy(desk, 'marko'));
    expect(await told(desk)).toEqual([
      'the desk: business Kettle & Co; time zone Europe/Sofia',
      'Sam works here: owner',
      'the desk: reached at 02 123 4567',
      'Marko works here: agent',
    ]);
  });

  test('a complaint among it is told as before', async () => {
    const desk = await deskOfThree();
    await startComplaint(desk);
    const rows = await desk.store.read.eventsAfter(0, 100);
    expect(rows.map(({ complaint, n }) => [complaint, n])).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
      [1001, 1],
    ]);
    expect((await told(desk)).at(-1)).toBe(words.say('cli.event.opened'));
    expect(eventWords(undefined, { voice, playbook: desk.playbook, before: [] })).toBe('(erased)');
  });

  test('shows when somebody’s row was changed past it', async () => {
    const desk = await deskOfThree();
    const sam = await desk.store.read.agent('Sam');
    await desk.store.transact((tx) => tx.putAgent({ ...(sam ?? never()), role: 'owner' }));
    const { faults } = await verifyRecord(desk.store, { rebuild: true });
    expect(faults).toEqual([{ code: 'agent-differs', where: 'Sam role' }]);
  });
});

describe('what a customer was given before (P21)', () => {
  const monthly = (playbook: Playbook, days: number): Playbook => ({
    ...playbook,
    authority: {
      ...playbook.authority,
      agent: { limit: { perCustomer: { sum: euro(5000), days } }, remedies: {} },
      supervisor: { limit: {}, remedies: {} },
    },
  });

  test('is what they chose in other complaints, with its sum or its cost', async () => {
    const desk = await openSampleDesk(temporaryFolder());
    const first = await completeComplaint(desk, { answers: { chosen: 2 } });
    const customer = first.state.customer ?? never();
    const given = await givenTo(
      desk.store.read,
      customer,
      { since: millis(0), except: first.state.id },
      desk.playbook,
    );
    expect(given).toEqual([]);
    const elsewhere = { since: millis(0), except: (await startComplaint(desk)).state.id };
    expect(await givenTo(desk.store.read, customer, elsewhere, desk.playbook)).toEqual([
      { complaint: 1001, remedy: 'refund', cost: euro(2990), at: first.state.finishedAt },
    ]);
  });

  test('is read as far back as a limit looks, and not at all where none does', async () => {
    const desk = await openSampleDesk(temporaryFolder());
    const { state } = await completeComplaint(desk, { answers: { chosen: 2 } });
    const next = { id: (await startComplaint(desk)).state.id, customer: state.customer ?? never() };
    const given = (days: number, later: number) =>
      givenElsewhere(
        desk.store.read,
        next,
        monthly(desk.playbook, days),
        millis((state.finishedAt ?? 0) + later * 86_400_000),
      );
    expect(await given(30, 29)).toHaveLength(1);
    expect(await given(30, 31)).toHaveLength(0);
    const unlimited = { ...desk.playbook, authority: monthly(desk.playbook, 1).authority };
    const none = { ...unlimited.authority, agent: unlimited.authority.supervisor };
    const playbook = { ...desk.playbook, authority: none };
    expect(await givenElsewhere(desk.store.read, next, playbook, desk.now())).toEqual([]);
  });
});

const refund = (cents: number) => ({
  remedy: 'refund',
  amount: minor(cents),
  currency: currency('EUR'),
});

async function completeUntilOffers(desk: Awaited<ReturnType<typeof openDesk>>) {
  const { heardUntil } = await import('./at-the-desk.ts');
  return heardUntil(desk, 'apology');
}

function never(): never {
  throw new Error('it is there');
}
