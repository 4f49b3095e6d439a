import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineConditions, ScriptLine } from '../../src/rules/playbook.ts';
import {
  fill,
  joinChoices,
  type LineSituation,
  linesToSay,
  variablesIn,
} from '../../src/rules/wording.ts';

const line = (say: string, when: LineConditions = {}, at = 'apology'): ScriptLine => ({
  at,
  say,
  when,
});
const plain: LineSituation = { returning: false, partOfDay: 'morning' };
const toSay = (
  lines: readonly ScriptLine[],
  situation: Partial<LineSituation> = {},
  variables: Record<string, string | undefined> = {},
  turn = 0,
) => linesToSay(lines, 'apology', { ...plain, ...situation }, variables, turn);

describe('the variables of a line', () => {
  test('are filled in, each time they stand there', () => {
    expect(fill('{agent} here, {agent} of {team}.', { agent: 'Sam', team: 'repairs' })).toBe(
      'Sam here, Sam of repairs.',
    );
  });

  test.each([undefined, '', '   '])('when one is “%s” the line is not said at all', (customer) => {
    expect(fill('Thank you, {customer}.', { customer })).toBeUndefined();
    expect(toSay([line('Thank you, {customer}.')], {}, { customer })).toEqual([]);
  });

  test('what a customer wrote is never taken for a variable', () => {
    expect(fill('{words}', { words: 'I wrote {agent}', agent: 'Sam' })).toBe('I wrote {agent}');
    expect(fill('{words}', { words: '$& and $1' })).toBe('$& and $1');
  });

  test('are named in their order', () => {
    expect(variablesIn('{agent} of {team}: {agent}')).toEqual(['agent', 'team', 'agent']);
  });

  test('no line is ever said with a hole or a raw placeholder, whatever is known', () => {
    const name = fc.constantFrom('agent', 'customer', 'product', 'promise_date', 'constructor');
    const part = fc.oneof(
      fc.constantFrom('Sorry, ', 'your ', 'We will. ', ' '),
      name.map((variable) => `{${variable}}`),
    );
    const lines = fc.array(
      fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => line(parts.join(''))),
      { maxLength: 8 },
    );
    const value = fc.constantFrom(undefined, '', ' ', 'Maria', 'a kettle');
    const variables = fc.dictionary(name, value, { maxKeys: 5 });
    fc.assert(
      fc.property(lines, variables, fc.integer(), (some, known, turn) => {
        const said = toSay(some, {}, known, turn);
        for (const text of said) expect(text).not.toMatch(/[{}]|undefined/);
        const whole = some.filter(({ say }) =>
          variablesIn(say).every(
            (variable) => Object.hasOwn(known, variable) && known[variable]?.trim(),
          ),
        );
        expect(said).toHaveLength(new Set(whole.map(({ say }) => fill(say, known))).size);
      }),
    );
  });
});

describe('which lines fit', () => {
  test('only those of the moment', () => {
    const lines = [line('a'), line('b', {}, 'words')];
    expect(toSay(lines)).toEqual(['a']);
  });

  test.each([
    ['whose fault it is (P14)', { fault: ['ours'] }, { fault: 'ours' }, { fault: 'theirs' }],
    ['the channel (P10)', { channel: ['chat', 'web'] }, { channel: 'web' }, { channel: 'phone' }],
    ['the severity', { severity: ['urgent'] }, { severity: 'urgent' }, { severity: 'low' }],
    ['the cause', { cause: ['delivery'] }, { cause: 'delivery' }, { cause: 'manner' }],
    ['the wish', { wish: ['refund'] }, { wish: 'refund' }, { wish: 'repair' }],
    ['the outcome', { outcome: ['resolved'] }, { outcome: 'resolved' }, { outcome: 'promised' }],
    ['where the day of a promise stands', { promise: ['past'] }, { promise: 'past' }, {}],
    ['the time of day', { partOfDay: ['evening'] }, { partOfDay: 'evening' }, {}],
    ['a customer who was here before (P39)', { returning: true }, { returning: true }, {}],
    ['a customer who was not', { returning: false }, { returning: false }, { returning: true }],
  ] as const)('by %s', (_, when, yes, no) => {
    const one = [line('a', when)];
    expect(toSay(one, yes)).toEqual(['a']);
    expect(toSay(one, no)).toEqual([]);
  });

  test('a line for something not known yet does not fit', () => {
    expect(toSay([line('a', { fault: ['ours'] })], { fault: undefined })).toEqual([]);
  });

  test('all of several conditions have to hold', () => {
    const one = [line('a', { fault: ['ours'], channel: ['phone'] })];
    expect(toSay(one, { fault: 'ours', channel: 'letter' })).toEqual([]);
    expect(toSay(one, { fault: 'ours', channel: 'phone' })).toEqual(['a']);
  });
});

describe('in which order (P13, P15)', () => {
  test('a line made for this case comes before one that fits every case', () => {
    const lines = [
      line('general'),
      line('the {product}'),
      line('ours', { fault: ['ours'] }),
      line('ours, the {product}', { fault: ['ours'] }),
      line('ours, by phone', { fault: ['ours'], channel: ['phone'] }),
    ];
    const situation = { fault: 'ours', channel: 'phone' };
    expect(toSay(lines, situation, { product: 'kettle' }, 1)).toEqual([
      'ours, by phone',
      'ours, the kettle',
      'ours',
      'the kettle',
      'general',
    ]);
  });

  test('a name alone does not make a line specific', () => {
    const lines = [line('{agent} here'), line('the {product}')];
    expect(toSay(lines, {}, { agent: 'Sam', product: 'kettle' }, 1)[0]).toBe('the kettle');
  });

  test('two complaints in a row do not begin with the same line, if there is another at all', () => {
    const some = fc.record({
      say: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      when: fc.constantFrom<LineConditions>(
        {},
        { fault: ['ours'] },
        { channel: ['phone'] },
        {
          fault: ['ours'],
          channel: ['phone'],
        },
      ),
    });
    const lines = fc.array(some, { minLength: 2, maxLength: 8 });
    const situation = { fault: 'ours', channel: 'phone' };
    fc.assert(
      fc.property(lines, fc.integer({ min: -1000, max: 1_000_000 }), (all, turn) => {
        fc.pre(new Set(all.map(({ say }) => say)).size > 1);
        const script = all.map(({ say, when }) => line(say, when));
        const [first] = toSay(script, situation, {}, turn);
        const [second] = toSay(script, situation, {}, turn + 1);
        expect(first).not.toBe(second);
      }),
    );
  });

  test('the line made for the case opens every other complaint at least', () => {
    const lines = [line('a'), line('ours', { fault: ['ours'] }), line('b'), line('c')];
    const openings = [1, 2, 3, 4, 5, 6].map((turn) => toSay(lines, { fault: 'ours' }, {}, turn)[0]);
    expect(openings).toEqual(['ours', 'b', 'ours', 'c', 'ours', 'a']);
  });

  test('whichever turn it is, the same lines can be said, none twice', () => {
    const lines = ['a', 'b', 'c', 'a'].map((say) => line(say));
    for (let turn = -5; turn < 5; turn++) {
      expect([...toSay(lines, {}, {}, turn)].sort()).toEqual(['a', 'b', 'c']);
    }
  });
});

describe('offers in one sentence (P19)', () => {
  test('are one, two or more', () => {
    expect(joinChoices([])).toBeUndefined();
    expect(joinChoices(['a'])).toEqual({ kind: 'one', first: 'a' });
    expect(joinChoices(['a', 'b'])).toEqual({ kind: 'two', first: 'a', last: 'b' });
    expect(joinChoices(['a', 'b', 'c', 'd'])).toEqual({
      kind: 'more',
      first: 'a',
      others: 'b, c',
      last: 'd',
    });
  });

  test('are all there, once, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]+$/), { minLength: 1 }), (clauses) => {
        const joined = joinChoices(clauses);
        if (joined === undefined) throw new Error('there are clauses');
        const parts = [
          joined.first,
          ...(joined.kind === 'more' ? joined.others.split(', ') : []),
          ...(joined.kind === 'one' ? [] : [joined.last]),
        ];
        expect(parts).toEqual(clauses);
      }),
    );
  });

  test('are not taken apart by being joined', () => {
    const clauses = Object.freeze(['a', 'b', 'c']);
    joinChoices(clauses);
    expect(clauses).toEqual(['a', 'b', 'c']);
  });
});
