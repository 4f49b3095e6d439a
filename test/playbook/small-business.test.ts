import { beforeAll, describe, expect, it } from 'vitest';
import { lineVariables, moments, remedyVariables } from '../../src/playbook/script-words.ts';
import { standing } from '../../src/rules/authority.ts';
import type { OfferPut } from '../../src/rules/events.ts';
import { phraseFinder } from '../../src/rules/phrases.ts';
import type { Playbook, ScriptLine } from '../../src/rules/playbook.ts';
import { questions } from '../../src/rules/questions.ts';
import { faults } from '../../src/rules/steps.ts';
import { currency, minor } from '../../src/rules/values.ts';
import { fill, linesToSay, variablesIn } from '../../src/rules/wording.ts';
import { shippedPlaybook } from './pack-copy.ts';

let playbook: Playbook;
beforeAll(async () => {
  playbook = await shippedPlaybook();
});

const linesAt = (at: string): readonly ScriptLine[] =>
  playbook.lines.filter((line) => line.at === at);
const only = (line: ScriptLine, ...names: string[]): boolean =>
  variablesIn(line.say).every((name) => names.includes(name));
const fullSet: Record<string, string> = {
  ...Object.fromEntries(lineVariables.map((name) => [name, `a ${name.replaceAll('_', ' ')}`])),
  offers: 'either send you a new one or refund €29.90',
};

describe('the lines of a small business', () => {
  it('has at least four for every question and every moment (P15)', () => {
    const few = moments.filter((moment) => linesAt(moment).length < 4);
    expect(few).toEqual([]);
  });

  it('speaks at every question the conversation asks', () => {
    const silent = questions.filter(({ name }) => linesAt(name).length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('has at least two at each question that can be said whatever is known (P1, P15)', () => {
    const silent = moments.filter((moment) => {
      const sure = linesAt(moment).filter(
        (line) =>
          only(line, 'agent', 'customer') &&
          Object.keys(line.when).every((name) => moment === 'apology' && name === 'fault'),
      );
      return sure.length < 2;
    });
    expect(silent).toEqual([]);
  });

  it('has one at each question for a customer whose name is not known', () => {
    const silent = moments.filter(
      (moment) =>
        !linesAt(moment).some(
          (line) =>
            only(line, 'agent') &&
            Object.keys(line.when).every((name) => moment === 'apology' && name === 'fault'),
        ),
    );
    expect(silent).toEqual([]);
  });

  it('asks for a name without already using it (P1)', () => {
    expect(linesAt('customer').filter((line) => line.say.includes('{customer}'))).toEqual([]);
  });

  it('greets in the morning, in the afternoon and in the evening, each in its own words (P1)', () => {
    for (const partOfDay of ['morning', 'afternoon', 'evening'] as const) {
      const situation = { channel: 'phone', returning: false, partOfDay };
      const said = linesToSay(playbook.lines, 'customer', situation, { ...fullSet }, 0);
      expect(said[0]).toContain(`Good ${partOfDay}`);
      expect(said.length).toBeGreaterThanOrEqual(4);
    }
  });

  it('thanks for writing only where somebody wrote (P10)', () => {
    const writing = playbook.lines.filter((line) =>
      /\bwriting to\b|\byour message\b/.test(line.say),
    );
    expect(writing.length).toBeGreaterThan(5);
    const channels = new Set(writing.flatMap((line) => line.when.channel ?? ['any']));
    expect([...channels].filter((id) => ['any', 'phone', 'in-person'].includes(id))).toEqual([]);
  });

  it('welcomes a returning customer as one (P39)', () => {
    const returning = playbook.lines.filter((line) => line.when.returning === true);
    const at = new Set(returning.map((line) => line.at));
    expect([...at]).toEqual(expect.arrayContaining(['customer', 'words', 'apology', 'thanked']));
  });

  it.each(faults)('apologises in at least six ways where the fault is %s (P13, P14)', (fault) => {
    const apologies = linesAt('apology').filter((line) => line.when.fault?.includes(fault));
    const general = apologies.filter((line) => Object.keys(line.when).length === 1);
    expect(general.length).toBeGreaterThanOrEqual(6);
    for (const cause of ['manner', 'delivery', 'billing', 'product']) {
      expect(apologies.filter((line) => line.when.cause?.includes(cause)).length).toBeGreaterThan(
        0,
      );
    }
    expect(apologies.some((line) => line.when.severity?.includes('high'))).toBe(true);
  });

  it('says in every apology that we are sorry (P13)', () => {
    const cold = linesAt('apology').filter(
      (line) => !/\bsorry\b|\bapologise\b|\bmy apology\b/i.test(line.say),
    );
    expect(cold).toEqual([]);
  });

  it('never apologises before it is settled whose fault it is, nor owns what is not ours (P14)', () => {
    const apologies = linesAt('apology');
    expect(apologies.filter((line) => line.when.fault === undefined)).toEqual([]);
    const owning = /our mistake|our doing|we made a mistake|we let you down|our part|was wrong/i;
    const conceded = apologies.filter(
      (line) => owning.test(line.say) && line.when.fault?.join() !== 'ours',
    );
    expect(conceded).toEqual([]);
  });

  it('does not take an account for a fact while it is being looked into (P5)', () => {
    const conceding = linesAt('apology').filter(
      (line) => line.when.fault?.includes('unknown') && /sorry that \{cause\}/.test(line.say),
    );
    expect(conceding).toEqual([]);
  });

  it('is short enough to say', () => {
    expect(playbook.lines.filter((line) => line.say.length > 160)).toEqual([]);
  });

  it('is filled without holes when everything is known (P15)', () => {
    for (const line of playbook.lines) {
      const said = fill(line.say, fullSet);
      expect(said).toBeDefined();
      expect(said).not.toMatch(/[{}]|undefined| {2}| [,.?!]/);
    }
  });

  it('uses none of the phrases that it asks agents to avoid (P16)', () => {
    const find = phraseFinder(playbook.phrases);
    const said = [
      ...playbook.lines.map((line) => line.say),
      ...playbook.phrases.map((phrase) => phrase.better),
      ...playbook.remedies.flatMap((remedy) => [remedy.say, remedy.conditions ?? '']),
    ];
    expect(said.filter((text) => find(text).length > 0)).toEqual([]);
  });

  it('says no line twice', () => {
    const said = playbook.lines.map((line) => `${line.at}: ${line.say}`);
    expect(said.length).toBe(new Set(said).size);
  });
});

describe('the phrases to avoid', () => {
  it('are at least forty, each with a better wording and the reason (P16)', () => {
    expect(playbook.phrases.length).toBeGreaterThanOrEqual(40);
    for (const { better, because } of playbook.phrases) {
      expect(better).toMatch(/^[A-Z].*[.?]$/s);
      expect(because).toMatch(/^[a-z].*[^.]$/s);
    }
  });

  it.each([
    'Sorry about that, but it is our policy to charge for it.',
    "That's not my job.",
    'I don’t know.',
    'No way, we never do that.',
    "I can't do that.",
    'Please calm down.',
    'You should have read the label.',
    'As I said, it was sent.',
    'Actually, it was on time.',
    'To be honest, I doubt it.',
    "I'm afraid there is nothing I can do.",
    "You'll have to fill in a form.",
    "It's only two days late.",
    "That's impossible.",
    'Our system shows otherwise.',
    "That is somebody else's department.",
    "I'll try to find out.",
    'You can speak to my manager.',
  ])('are found in "%s" (P16)', (said) => {
    expect(phraseFinder(playbook.phrases)(said)).not.toEqual([]);
  });

  it('leave a good sentence alone', () => {
    const good = 'I am sorry that the kettle arrived broken. I will send you a new one today.';
    expect(phraseFinder(playbook.phrases)(good)).toEqual([]);
  });
});

describe('what can be offered', () => {
  const sizes = { amount: '€29.90', percent: '10 %', product: 'kettle' };

  it('has all that a customer may wish for (P18)', () => {
    const wishes = playbook.remedies.flatMap(({ wish }) => wish ?? []);
    expect(wishes).toEqual(
      expect.arrayContaining([
        'a replacement',
        'a refund',
        'an exchange',
        'store credit',
        'a price reduction',
        'a repair',
        'an apology from a manager',
        'a meeting',
      ]),
    );
    expect(wishes.filter((wish) => !/^(?:an? |the |store credit$)/.test(wish))).toEqual([]);
  });

  it('completes "We can either ... or ..." with every two of them (P19)', () => {
    const clauses = playbook.remedies.map((remedy) => fill(remedy.say, sizes) ?? '');
    for (const clause of clauses) {
      // A verb in its plain form, no capital, no full stop of its own.
      expect(clause).toMatch(/^[a-z]+ [^{}]*[^.,;!?{} ]$/);
      expect(clause).not.toMatch(/^(?:we|you|to|an?|the|i|can|will) |^[a-z]+(?:ing|ed) /);
    }
    const sentences = clauses.flatMap((first) =>
      clauses.filter((last) => last !== first).map((last) => `We can either ${first} or ${last}.`),
    );
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(160);
    expect(sentences).toContain('We can either send you a new one at our cost or refund €29.90.');
  });

  it('names a sum or a share exactly where one is offered (P20)', () => {
    for (const remedy of playbook.remedies) {
      const named = variablesIn(remedy.say).filter((name) => name !== 'product');
      expect(named).toEqual(remedy.measure === 'none' ? [] : [remedy.measure]);
    }
    expect(remedyVariables).toContain('amount');
  });

  it('tells the conditions of each in plain words (P23)', () => {
    expect(playbook.remedies.filter(({ conditions }) => conditions === undefined)).toEqual([]);
  });

  it('answers every wish and every cause with at least two remedies (P19, P22)', () => {
    const wishes = playbook.remedies.flatMap(({ id, wish }) => (wish === undefined ? [] : [id]));
    const forWish = (wish: string) =>
      playbook.remedies.filter(({ id, fitsWishes }) => id === wish || fitsWishes.includes(wish));
    expect(wishes.filter((wish) => forWish(wish).length < 2)).toEqual([]);
    const causes = playbook.causes.map(({ id }) => id);
    const forCause = (group: string) =>
      playbook.remedies.filter(({ fitsCauses }) =>
        fitsCauses.some((cause) => cause.split('/')[0] === group),
      );
    expect(causes.filter((cause) => forCause(cause).length < 2)).toEqual([]);
  });

  it('lets an agent give up to 15 % and 50 euro, and a manager’s apology, without asking (P20, P21)', () => {
    const euro = (amount: number) => ({ amount: minor(amount), currency: currency('EUR') });
    const kind = (offer: OfferPut) => standing(playbook, 'agent', offer).kind;
    expect(kind({ remedy: 'discount', percent: 15 })).toBe('yours');
    expect(kind({ remedy: 'discount', percent: 15.5 })).toBe('above');
    expect(kind({ remedy: 'refund', ...euro(5000) })).toBe('yours');
    expect(kind({ remedy: 'refund', ...euro(5001) })).toBe('above');
    expect(kind({ remedy: 'manager-apology' })).toBe('yours');
    expect(kind({ remedy: 'meeting' })).toBe('yours');
  });

  it('gives a supervisor more room, and the owner all of it (P21)', () => {
    const offer = { remedy: 'refund', amount: minor(25_001), currency: currency('EUR') };
    expect(standing(playbook, 'supervisor', { ...offer, amount: minor(25_000) }).kind).toBe(
      'yours',
    );
    expect(standing(playbook, 'supervisor', offer).kind).toBe('above');
    expect(standing(playbook, 'owner', offer).kind).toBe('yours');
    expect(standing(playbook, 'supervisor', { remedy: 'discount', percent: 30 }).kind).toBe(
      'yours',
    );
  });
});

describe('the lists', () => {
  it('takes complaints on every channel, by phone unless told otherwise (P10)', () => {
    expect(playbook.channels.map(({ id }) => id)).toEqual([
      'phone',
      'email',
      'in-person',
      'chat',
      'web',
      'social',
      'letter',
    ]);
    expect(playbook.channels.find(({ usual }) => usual)?.id).toBe('phone');
  });

  it('counts a person’s manner among the causes (P6)', () => {
    const manner = playbook.causes.find(({ id }) => id === 'manner');
    expect(manner?.causes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['rude', 'dismissive', 'not-listened', 'kept-waiting']),
    );
  });

  it('words every cause so that it fits "I am sorry that ..." (P13)', () => {
    const clause = /^(?:it|you|your|the|nobody|somebody|something|parts|only|a|there) .*[^.]$/;
    const labels = playbook.causes.flatMap((group) => group.causes.map(({ label }) => label));
    expect(labels.filter((label) => !clause.test(label))).toEqual([]);
  });

  it('says for each severity when it applies', () => {
    expect(playbook.severities.map(({ id }) => id)).toEqual(['low', 'normal', 'high', 'urgent']);
    expect(playbook.severities.filter(({ hint }) => hint === undefined)).toEqual([]);
    expect(playbook.severities.find(({ usual }) => usual)?.id).toBe('normal');
  });

  it('answers within ten hours, aims for eight, and follows up after 24 to 48 (P25, P34)', () => {
    const { answerHours, aimHours, followUpHours } = playbook.targets;
    expect([answerHours, aimHours, followUpHours]).toEqual([10, 8, 36]);
    for (const hours of Object.values(playbook.targets.answerHoursBySeverity)) {
      expect(hours).toBeLessThan(answerHours);
    }
  });
});
