import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { type RecordOutcome, recordFromText, recordSchema } from '../../src/desk/record-file.ts';
import { refusalText } from '../../src/desk/refusal-text.ts';
import { eventOf } from '../../src/desk/rows.ts';
import { createMessages } from '../../src/language/messages.ts';
import { fold } from '../../src/rules/fold.ts';
import { openSampleDesk, saidIn } from '../plain/sample-desk.ts';
import { sketch } from '../support/sketch.ts';

/** The sketch as fields, to be changed. */
const MARIA = {
  customer: { name: 'Maria Petrova', phone: '+359 88 123 4567', language: 'bg' },
  channel: 'phone',
  words: 'The kettle arrived in pieces.',
  restated: { text: 'Broken on arrival; she wants a new one.', confirmed: true },
  product: 'kettle',
  cause: 'delivery/damaged',
  wish: 'replacement',
  apology: { fault: 'ours', text: 'I am sorry. That was our packing.' },
  offers: [{ remedy: 'replacement' }, { remedy: 'refund', amount: '29.90 EUR' }],
  chosen: 'replacement',
  promises: [{ what: 'new kettle by express', by: '2026-11-27' }],
  outcome: 'promised',
  thanked: true,
};

const take = (desk: Desk, record: object): Promise<RecordOutcome> =>
  recordFromText(desk, JSON.stringify(record));

/** @returns every fault as `path: code`, sorted. */
function faults(outcome: RecordOutcome): readonly string[] {
  if (outcome.ok) throw new Error('the record was taken');
  return outcome.refusals.map(({ code, field = '' }) => `${field}: ${code}`).sort();
}

function taken(outcome: RecordOutcome) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.conversation;
}

async function written(desk: Desk): Promise<{ events: number; customers: number }> {
  return {
    events: (await desk.store.read.eventsAfter(0, 10_000)).length,
    customers: (await desk.store.read.customersMatching('', 10_000)).length,
  };
}

describe('a record from a file', () => {
  test('the file of the sketch is taken exactly as it is printed', async () => {
    const desk = await openSampleDesk();
    const { state, customer } = taken(await recordFromText(desk, sketch));
    expect(customer).toMatchObject({ name: 'Maria Petrova', phone: '+359 88 123 4567' });
    expect(state.answers).toMatchObject({
      restated: 'Broken on arrival; she wants a new one.',
      confirmed: true,
      product: 'kettle',
      fault: 'ours',
      chosen: 1,
      outcome: 'promised',
    });
    expect(state.offers).toMatchObject([
      { remedy: 'replacement', state: 'chosen' },
      { remedy: 'refund', amount: 2990, currency: 'EUR', state: 'put' },
    ]);
    expect(state.finishedAt).toBeDefined();
    expect(await desk.store.read.unfinished()).toEqual([]);
    expect(await desk.store.read.complaint(state.id)).toMatchObject({ words: state.answers.words });
  });

  test('the tables hold what the log folds into', async () => {
    const desk = await openSampleDesk();
    const { state } = taken(await recordFromText(desk, sketch));
    const events = (await desk.store.read.eventsOf(state.id)).flatMap((row) => eventOf(row) ?? []);
    expect(fold(events)).toEqual(state);
    expect((await openConversation(desk, state.id))?.state).toEqual(state);
  });

  test('what the sketch leaves out is filled in with what is usual and true', async () => {
    const desk = await openSampleDesk();
    const { state } = taken(await recordFromText(desk, sketch));
    expect(state.answers).toMatchObject({
      severity: 'normal',
      takes: 'by Friday 27 November 2026, 17:00',
      improves: 'delivery',
    });
    expect(state.promises).toMatchObject([{ who: 'Sam', due: Date.UTC(2026, 10, 27, 15) }]);
    // 36 hours after the thank-you, on the full hour (P33, P34).
    expect(new Date(state.answers.followup ?? 0).toISOString()).toBe('2026-11-22T08:00:00.000Z');
  });

  test('JSON says the same as YAML, also indented with tabs', async () => {
    const yaml = await openSampleDesk();
    const json = await openSampleDesk();
    const one = taken(await recordFromText(yaml, sketch));
    const other = taken(await recordFromText(json, JSON.stringify(MARIA, null, '\t')));
    expect(await saidIn(json, other.state.id)).toEqual(await saidIn(yaml, one.state.id));
  });

  test('a trial run says what would come of it and writes nothing', async () => {
    const desk = await openSampleDesk();
    const tried = await recordFromText(desk, sketch, { dryRun: true });
    expect(tried.ok).toBe(true);
    expect(await written(desk)).toEqual({ events: 0, customers: 0 });
    expect(await recordFromText(desk, sketch)).toMatchObject({ ok: true });
  });

  test('dates are read as people say them, ISO first', async () => {
    const desk = await openSampleDesk();
    const { state } = taken(
      await take(desk, {
        ...MARIA,
        happened: 'last Friday',
        promises: [{ what: 'a call', who: 'Lejla', by: 'tomorrow 3pm' }],
        followup: '2026-11-30T10:00+02:00',
      }),
    );
    expect(state.answers.happened).toBe('2026-11-20');
    expect(state.promises).toMatchObject([{ who: 'Lejla', due: Date.UTC(2026, 10, 22, 13) }]);
    expect(state.answers.followup).toBe(Date.UTC(2026, 10, 30, 8));
  });

  test('a file can say that nobody gets in touch again', async () => {
    const desk = await openSampleDesk();
    const { state } = taken(await take(desk, { ...MARIA, followup: 'none' }));
    expect(state.answers.followup).toBeUndefined();
    expect(state.passed).toContain('followup');
  });

  test.each([
    ['left out', undefined],
    ['anonymous', 'anonymous'],
  ])('a customer who gave no name is nobody on record: %s', async (_, customer) => {
    const desk = await openSampleDesk();
    const { state } = taken(await take(desk, { ...MARIA, customer }));
    expect(state.customer).toBeUndefined();
    expect(state.answers.followup).toBeUndefined();
    expect(await written(desk)).toMatchObject({ customers: 0 });
  });

  test('none of the offers is an answer too, with what comes instead (P19, P22)', async () => {
    const desk = await openSampleDesk();
    const record = { ...MARIA, chosen: 'neither', instead: 'supervisor' };
    expect(taken(await take(desk, record)).state.stage).toBe('escalated');
  });

  test('a single offer is taken with its reason, and not without (P19)', async () => {
    const desk = await openSampleDesk();
    const one = { ...MARIA, offers: [{ remedy: 'replacement' }] };
    expect(faults(await take(desk, one))).toEqual(['only_reason: missing']);
    expect(await take(desk, { ...one, only_reason: 'The last one.' })).toMatchObject({ ok: true });
  });

  test('the main points may be plain text, with the yes beside them (P4)', async () => {
    const desk = await openSampleDesk();
    const plain = { ...MARIA, restated: 'Broken.', confirmed: true };
    expect(taken(await take(desk, plain)).state.answers).toMatchObject({ confirmed: true });
    const without = { ...MARIA, restated: { text: 'Broken.', confirmed: false } };
    expect(faults(await take(desk, without))).toEqual(['restated.reason: missing']);
    const reason = { text: 'Broken.', confirmed: false, reason: 'They hung up.' };
    expect(taken(await take(desk, { ...MARIA, restated: reason })).state.answers).toMatchObject({
      unconfirmed_reason: 'They hung up.',
    });
  });
});

describe('whose complaint it is', () => {
  test('somebody known is not written down twice, however name and number are written (P2, P8)', async () => {
    const desk = await openSampleDesk();
    const first = taken(await recordFromText(desk, sketch));
    const again = taken(
      await take(desk, {
        ...MARIA,
        customer: { name: ' maria  PETROVA', phone: '+359-88-1234567', email: 'm@example.org' },
      }),
    );
    expect(again.customer?.id).toBe(first.customer?.id);
    expect(again.customer).toMatchObject({
      name: 'Maria Petrova',
      phone: '+359 88 123 4567',
      email: 'm@example.org',
      language: 'bg',
    });
  });

  test('what the desk knows stays as it is when a file says otherwise', async () => {
    const desk = await openSampleDesk();
    taken(await recordFromText(desk, sketch));
    const customer = { ...MARIA.customer, language: 'el' };
    const again = taken(await take(desk, { ...MARIA, customer }));
    expect(again.customer?.language).toBe('bg');
  });

  test('the same number under another name is another person', async () => {
    const desk = await openSampleDesk();
    taken(await recordFromText(desk, sketch));
    const customer = { ...MARIA.customer, name: 'Petar Petrov' };
    taken(await take(desk, { ...MARIA, customer }));
    expect(await written(desk)).toMatchObject({ customers: 2 });
  });

  test('a customer can be named by number', async () => {
    const desk = await openSampleDesk();
    const first = taken(await recordFromText(desk, sketch));
    const customer = { id: first.customer?.id };
    expect(taken(await take(desk, { ...MARIA, customer })).customer?.name).toBe('Maria Petrova');
    expect(faults(await take(desk, { ...MARIA, customer: { id: 999 } }))).toEqual([
      'customer.id: no_such_customer',
    ]);
  });
});

describe('what a rule says no to', () => {
  test('every fault is named with its path, and nothing is written', async () => {
    const desk = await openSampleDesk();
    const outcome = await take(desk, {
      customer: { phone: 'ring me', email: 'nowhere', language: 'xx' },
      channel: 'pigeon',
      words: '   ',
      restated: { text: 'Broken.', confirmed: true, reason: 'not needed' },
      happened: '2030-01-01',
      cause: 'delivery',
      severity: 'dire',
      wish: 'the moon',
      apology: { fault: 'nobody', text: '' },
      offers: [
        { remedy: 'magic' },
        { remedy: 'refund', amount: 'a lot' },
        { remedy: 'refund', amount: '5 EUR' },
        { remedy: 'discount', percent: '30 %' },
      ],
      chosen: 'repair',
      promises: [
        { what: '', by: 'yesterday' },
        { what: 'a call', by: 'some day' },
      ],
      outcome: 'promised',
      thanked: false,
    });
    expect(outcome).toMatchObject({ ok: false, kind: 'refused' });
    expect(faults(outcome)).toEqual(
      [
        'customer.name: required',
        'customer.phone: not_phone',
        'customer.email: not_email',
        'customer.language: unknown_choice',
        'channel: unknown_choice',
        'words: required',
        'restated.reason: not_asked',
        'happened: when_future',
        'cause: unknown_choice',
        'severity: unknown_choice',
        'wish: unknown_choice',
        'apology.fault: unknown_choice',
        'apology.text: required',
        'offers[0].remedy: unknown_choice',
        'offers[1].amount: bad_amount',
        'offers[2]: offered_twice',
        'offers[3].percent: above_percent',
        'chosen: not_offered',
        'promises[0].what: promise_of_nothing',
        'promises[0].by: already_past',
        'promises[1].by: when_not_understood',
        'thanked: thanks_missing',
      ].sort(),
    );
    expect(await written(desk)).toEqual({ events: 0, customers: 0 });
  });

  test('what is missing is told beside what is wrong', async () => {
    const desk = await openSampleDesk();
    expect(faults(await take(desk, { channel: 'pigeon', words: 'It broke.' }))).toEqual(
      [
        'channel: unknown_choice',
        'restated: missing',
        'confirmed: missing',
        'cause: missing',
        'wish: missing',
        'apology.fault: missing',
        'apology.text: missing',
        'offers: missing',
        'outcome: missing',
        'thanked: missing',
      ].sort(),
    );
  });

  test('a sum above the line is refused to an agent and not to the owner (P20, P21)', async () => {
    const record = {
      ...MARIA,
      offers: [{ remedy: 'replacement' }, { remedy: 'refund', amount: '80 EUR' }],
    };
    const agent = await openSampleDesk('agent');
    const outcome = await take(agent, record);
    expect(outcome).toMatchObject({ ok: false, kind: 'refused' });
    expect(faults(outcome)).toEqual(['offers[1].amount: above_amount']);
    expect(await written(agent)).toEqual({ events: 0, customers: 0 });
    expect(await take(await openSampleDesk('owner'), record)).toMatchObject({ ok: true });
  });

  test('a size that nobody named is not made up (P20)', async () => {
    const desk = await openSampleDesk();
    const offers = [{ remedy: 'replacement' }, { remedy: 'voucher' }, { remedy: 'discount' }];
    expect(faults(await take(desk, { ...MARIA, offers }))).toEqual([
      'offers[1].amount: amount_missing',
      'offers[2].percent: percent_missing',
    ]);
  });

  test('nobody is resolved while a promise is open, or with nothing done (P26)', async () => {
    const desk = await openSampleDesk();
    expect(faults(await take(desk, { ...MARIA, outcome: 'resolved' }))).toEqual([
      'outcome: promise_open',
    ]);
    const nothing = { ...MARIA, outcome: 'resolved', promises: [] };
    expect(faults(await take(desk, nothing))).toEqual(['outcome: nothing_done']);
  });

  test('words of a megabyte are too long, and the path says which', async () => {
    const desk = await openSampleDesk();
    const outcome = await take(desk, { ...MARIA, words: 'long '.repeat(200_000) });
    expect(outcome).toMatchObject({ ok: false, kind: 'refused' });
    expect(faults(outcome)).toEqual(['words: too_long']);
  });

  test('control characters are kept as they came, to be made safe when they are shown', async () => {
    const desk = await openSampleDesk();
    const words = 'red \u001b[31m\u202e and a bell \u0007';
    const { state } = taken(await take(desk, { ...MARIA, words }));
    expect((await desk.store.read.complaint(state.id))?.words).toBe(words);
  });
});

describe('a file that is no record', () => {
  const malformed: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['nothing', '', ': file_empty'],
    ['broken YAML', 'words: [a\nchannel: b', ': file_broken'],
    ['two documents', 'words: a\n---\nwords: b\n', ': file_broken'],
    ['a field twice', 'words: a\nwords: b\n', ': file_broken'],
    ['a list', '- a\n', ': file_not_fields'],
    ['a word', 'hello', ': file_not_fields'],
    ['an unknown field', 'wrods: a', 'wrods: file_unknown_field'],
    ['a name that objects have', '{"__proto__": 1}', '__proto__: file_unknown_field'],
    ['an unknown field within', 'offers: [{what: 1}]', 'offers[0].what: file_unknown_field'],
    ['a number for a phone', 'customer: {phone: 0881234567}', 'customer.phone: file_not_text'],
    ['text for a yes', 'thanked: "yes"', 'thanked: file_not_yes_or_no'],
    ['text for a list', 'promises: soon', 'promises: file_not_a_list'],
    ['text for fields', 'apology: sorry', 'apology: file_not_fields'],
    ['fields for text', 'words: {a: 1}', 'words: file_not_text'],
    ['a yes for a sum', 'offers: [{amount: true}]', 'offers[0].amount: file_not_a_size'],
    ['text for a number', 'customer: {id: seven}', 'customer.id: file_not_a_number'],
    ['a number and a name', 'customer: {id: 7, name: A}', 'customer.id: file_id_alone'],
    ['a yes said twice', 'restated: {confirmed: true}\nconfirmed: true', 'confirmed: file_twice'],
    ['a NUL', '{"words": "a\\u0000b"}', 'words: file_nul'],
    ['half a character', '{"words": "a\\ud800b"}', 'words: file_lone_surrogate'],
    ['bytes that are not UTF-8', Buffer.from([0x77, 0xff, 0xfe]), ': file_not_utf8'],
    ['more than 5 MB', `words: ${'a'.repeat(5 * 1024 * 1024)}`, ': file_too_large'],
    ['a bomb of references', 'a: &a [x]\nb: [*a, *a]', ': file_alias'],
    ['deep nesting', '['.repeat(100_000), ': file_too_deep'],
  ];

  test.each(malformed)('is told so: %s', async (_, text, expected) => {
    const desk = await openSampleDesk();
    const outcome = await recordFromText(desk, text);
    expect(outcome).toMatchObject({ ok: false, kind: 'malformed' });
    expect(faults(outcome)).toContain(expected);
    if (outcome.ok) return;
    for (const refusal of outcome.refusals) {
      // Every one has words of its own, with nothing left to fill in.
      expect(refusalText(createMessages('en'), refusal)).not.toMatch(/\{|cannot be done/);
    }
    expect(await written(desk)).toEqual({ events: 0, customers: 0 });
  });

  test('line and column lead to the place', async () => {
    const desk = await openSampleDesk();
    const outcome = await recordFromText(desk, 'channel: phone\nproduct: 7\n');
    if (outcome.ok) throw new Error('the record was taken');
    expect(outcome.refusals[0]?.facts).toMatchObject({ line: 2, column: 10 });
  });

  test('every misspelt field is told, with those that are known', async () => {
    const desk = await openSampleDesk();
    const outcome = await recordFromText(desk, 'wrods: a\nchanel: b\n');
    expect(faults(outcome)).toEqual(['chanel: file_unknown_field', 'wrods: file_unknown_field']);
    if (!outcome.ok) expect(String(outcome.refusals[0]?.facts['known'])).toMatch(/channel, words/);
  });
});

describe('the schema of a record file', () => {
  test('it takes the sketch and refuses what is no record', async () => {
    const schema = recordSchema((await openSampleDesk()).playbook);
    expect(holds(schema, MARIA)).toBe(true);
    expect(holds(schema, { ...MARIA, customer: 'anonymous' })).toBe(true);
    const bad: readonly object[] = [
      { ...MARIA, wrods: 'a' },
      { ...MARIA, channel: 'pigeon' },
      { ...MARIA, words: 7 },
      { ...MARIA, words: 'a'.repeat(100_001) },
      { ...MARIA, offers: [{ remedy: 'magic' }] },
      { ...MARIA, promises: [{ what: 'a call' }] },
      { ...MARIA, chosen: 'magic' },
      { ...MARIA, thanked: false },
      { ...MARIA, apology: { text: 'Sorry.' } },
      { ...MARIA, customer: 'somebody' },
      { ...MARIA, wish: undefined },
    ];
    for (const record of bad) expect(holds(schema, record), JSON.stringify(record)).toBe(false);
  });

  test('every field says what it is for', async () => {
    const schema = recordSchema((await openSampleDesk()).playbook);
    const properties = Object.entries(schema['properties'] as Record<string, Schema>);
    for (const [name, field] of properties) expect(field['description'], name).toBeTruthy();
  });
});

type Schema = { readonly [keyword: string]: unknown };

/** As much of JSON Schema as a record's schema uses; an unknown keyword is an error. */
function holds(schema: Schema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, is]) => {
    switch (keyword) {
      case '$schema':
      case 'title':
      case 'description':
      case 'examples':
        return true;
      case 'type':
        return [is].flat().some((type) => typeOf(value) === type);
      case 'const':
        return value === is;
      case 'enum':
        return (is as readonly unknown[]).includes(value);
      case 'minLength':
        return typeof value !== 'string' || value.length >= Number(is);
      case 'maxLength':
        return typeof value !== 'string' || [...value].length <= Number(is);
      case 'minimum':
        return typeof value !== 'number' || value >= Number(is);
      case 'anyOf':
        return (is as readonly Schema[]).some((one) => holds(one, value));
      case 'items':
        return !Array.isArray(value) || value.every((item) => holds(is as Schema, item));
      case 'required':
        return (is as readonly string[]).every(
          (name) => (value as Record<string, unknown>)[name] !== undefined,
        );
      case 'properties': {
        const fields = is as Record<string, Schema>;
        return Object.entries(value as object).every(
          ([name, item]) => item === undefined || holds(fields[name] ?? {}, item),
        );
      }
      case 'additionalProperties': {
        const fields = schema['properties'] as object;
        return Object.keys(value as object).every((name) => Object.hasOwn(fields, name));
      }
      default:
        throw new Error(`the schema uses ${keyword}`);
    }
  });
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return typeof value;
}
