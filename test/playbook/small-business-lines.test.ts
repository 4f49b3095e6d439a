import { beforeAll, describe, expect, it } from 'vitest';
import { lineVariables, moments } from '../../src/playbook/script-words.ts';
import { phraseFinder } from '../../src/rules/phrases.ts';
import type { Playbook, ScriptLine } from '../../src/rules/playbook.ts';
import { questions } from '../../src/rules/questions.ts';
import { faults } from '../../src/rules/steps.ts';
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

  it('spares them the story where somebody else goes on, and where it is opened again (P8)', () => {
    for (const at of ['introduction', 'reopened', 'calling']) {
      expect(
        linesAt(at).filter(({ say }) => /need not|I have read/.test(say)).length,
        at,
      ).toBeGreaterThan(1);
    }
  });

  it('promises nothing while a decision is open (P20, P21)', () => {
    const promising = /\bwe (?:will|can) \{asked_for\}|\bI (?:will|can) \{asked_for\}/;
    expect(linesAt('approval').filter(({ say }) => promising.test(say))).toEqual([]);
  });

  it('is sorry wherever a promise is late or broken (P13, P28)', () => {
    const cold = [...linesAt('delay'), ...linesAt('broken')].filter(
      ({ say }) => !/\bsorry\b/.test(say),
    );
    expect(cold).toEqual([]);
  });

  it('says what can be done in place of what was declined (P22)', () => {
    const open = linesAt('declined').filter(({ say }) => /\bcan\b|possible|\bI have\b/.test(say));
    expect(open.length).toBeGreaterThanOrEqual(linesAt('declined').length - 1);
    expect(open.some(({ say }) => say.includes('{offers}'))).toBe(true);
  });
});
