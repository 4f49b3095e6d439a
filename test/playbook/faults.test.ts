import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, emptyOwnFolder, faultOf, faultOfChange, faultsOf } from './pack-copy.ts';

const remedies = (fields: string): string =>
  `remedies:\n  - id: gift\n    label: gift\n    measure: none\n    say: send you a gift\n${fields}`;

describe('a fault in a file tells where it is and what would be right', () => {
  it('names file, line, column and field of a measure that is none', async () => {
    const fault = await faultOf(
      'remedies.yaml',
      'remedies:\n  - id: gift\n    label: gift\n    measure: sum\n    say: send you a gift\n',
    );
    expect(fault).toMatchObject({
      file: 'remedies.yaml',
      line: 4,
      column: 14,
      field: 'remedies[0].measure',
      code: 'not_one_of',
    });
    expect(fault.said).toBe(
      'remedies.yaml:4: remedies[0].measure must be one of amount, percent, none (it is "sum")',
    );
  });

  it('names a field that is not known, with the known ones', async () => {
    const fault = await faultOf('remedies.yaml', remedies('    price: 3.00 EUR\n'));
    expect(fault).toMatchObject({ line: 6, column: 5, code: 'unknown_field' });
    expect(fault.field).toBe('remedies[0].price');
    expect(fault.said).toContain('known are: id, label, wish, measure');
  });

  it('names a field that is missing, where it should have been', async () => {
    const fault = await faultOf('channels.yaml', 'channels:\n  - id: phone\n    hint: ring\n');
    expect(fault).toMatchObject({ line: 2, field: 'channels[0].label', code: 'missing_field' });
    expect(fault.said).toBe('channels.yaml:2: channels[0].label is missing');
  });

  it('tells all faults of all files, not only the first', async () => {
    const own = emptyOwnFolder();
    writeFileSync(join(own, 'channels.yaml'), 'channels:\n  - id: Phone\n    label: 7\n');
    writeFileSync(join(own, 'severities.yaml'), 'severities: []\n');
    writeFileSync(join(own, 'notes.txt'), '');
    const faults = await faultsOf(own);
    expect(faults.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['notes.txt', undefined, 'unknown_file'],
      ['channels.yaml', 2, 'bad_id'],
      ['channels.yaml', 3, 'not_text'],
      ['severities.yaml', 1, 'empty'],
    ]);
  });

  it.each([
    ['a label without anything in it', 'label:', 3, 'channels[0].label', 'empty'],
    ['a label of blanks', 'label: "  "', 3, 'channels[0].label', 'empty'],
    ['a label that is a number', 'label: 7', 3, 'channels[0].label', 'not_text'],
    ['a label that is a list', 'label: [a]', 3, 'channels[0].label', 'not_text'],
    ['a label of two lines', 'label: "a\\nb"', 3, 'channels[0].label', 'not_one_line'],
    [
      'a label with an escape character',
      'label: "\\e[31m"',
      3,
      'channels[0].label',
      'not_one_line',
    ],
    ['a label with half a character', 'label: "\\uD800"', 3, 'channels[0].label', 'not_one_line'],
    ['a label that is too long', `label: ${'a'.repeat(81)}`, 3, 'channels[0].label', 'too_long'],
    ['a yes that is text', 'label: a\n    usual: yes', 4, 'channels[0].usual', 'not_yes_or_no'],
  ])('%s', async (_, written, line, field, code) => {
    const fault = await faultOf('channels.yaml', `channels:\n  - id: phone\n    ${written}\n`);
    expect(fault).toMatchObject({ line, field, code });
    expect(fault.said).toContain(`channels.yaml:${line}: ${field} `);
  });

  it('names what stands where a list should be', async () => {
    const fault = await faultOf('channels.yaml', 'channels: phone\n');
    expect(fault).toMatchObject({ line: 1, column: 11, field: 'channels', code: 'not_a_list' });
  });

  it('names what stands where fields should be', async () => {
    const fault = await faultOf('channels.yaml', 'channels:\n  - phone\n');
    expect(fault).toMatchObject({ line: 2, field: 'channels[0]', code: 'not_fields' });
    expect(await faultOf('channels.yaml', '- phone\n')).toMatchObject({
      line: 1,
      code: 'not_fields',
    });
    expect(await faultOf('channels.yaml', 'phone\n')).toMatchObject({
      line: 1,
      code: 'not_fields',
    });
  });

  it.each([
    ['answer: 10 h', 'answer: 10', 'targets.answer', 'not_hours'],
    ['answer: 10 h', 'answer: 0 h', 'targets.answer', 'not_hours'],
    ['answer: 10 h', 'answer: soon', 'targets.answer', 'not_hours'],
    ['aim: 8 h', 'aim: 12 h', 'targets.aim', 'target_too_late'],
    ['currency: EUR', 'currency: EURO', 'currency', 'too_long'],
    ['currency: EUR', 'currency: QQQ', 'currency', 'not_currency'],
    ['urgent: 2 h', 'dire: 2 h', 'targets.answerBySeverity.dire', 'unknown_id'],
    ['pickUp: 15 min', 'pickUp: at once', 'targets.pickUp', 'not_hours'],
    ['pickUp: 15 min', 'pickUp: 3 h', 'targets.pickUp', 'target_too_late'],
    ['acknowledge: 2 h', 'acknowledge: 12 h', 'targets.acknowledge', 'target_too_late'],
    ['resolve: 40 h', 'resolve: 9 h', 'targets.answer', 'target_too_late'],
    ['[urgent]', '[dire]', 'targets.rules[1].when.severity[0]', 'unknown_id'],
    ['severity: [high]', 'channel: [post]', 'targets.rules[0].when.channel[0]', 'unknown_id'],
    ['{keyCustomer: true}', '{keyCustomer: Maria}', /keyCustomer$/, 'not_yes_or_no'],
    ['{keyCustomer: true}', '{mood: bad}', 'targets.rules[2].when.mood', 'unknown_field'],
    ['{keyCustomer: true}', '{}', 'targets.rules[2].when', 'empty'],
    ['answer: 5 h', 'answer: 30 h', 'targets.rules[2].answer', 'target_too_late'],
    ['answer: 5 h', 'followUp: 5 h', 'targets.rules[2].followUp', 'unknown_field'],
    [/acknowledge: 30 min\n\s+resolve: 8 h\n/, '', 'targets.rules[1]', 'rule_without_target'],
    ['ByAnother: false', 'ByAnother: no', 'policy.reopenByAnother', 'not_yes_or_no'],
    ['reopenByAnother: false', 'closeByAnother: true', 'policy.closeByAnother', 'unknown_field'],
    ['ByAnother: false', 'ByAnother: false\n  bestBy: [speed]', 'policy.bestBy', 'speed_alone'],
    ['ByAnother: false', 'ByAnother: false\n  bestBy: [smile]', 'policy.bestBy[0]', 'not_one_of'],
  ])('in the targets: "%s" as "%s"', async (from, to, field, code) => {
    const fault = await faultOfChange('playbook.yaml', from, to);
    expect(fault).toMatchObject({ file: 'playbook.yaml', code });
    expect(fault.field).toMatch(field);
    expect(fault.line).toBeGreaterThan(3);
  });

  it('says by how much a target is too late, as the owner wrote it (P25)', async () => {
    const late = await faultOfChange('playbook.yaml', 'pickUp: 15 min', 'pickUp: 150 min');
    expect(late.said).toMatch(
      /targets\.pickUp is 2\.5 h and must be within the 2 h of acknowledge$/,
    );
    const aim = await faultOfChange('playbook.yaml', 'aim: 8 h', 'aim: 12 h');
    expect(aim.said).toMatch(/targets\.aim is 12 h and must be within the 10 h of answer$/);
  });

  it('names sums in another currency than the playbook’s (P20)', async () => {
    const fault = await faultOfChange('authority.yaml', '50.00 EUR', '50.00 USD');
    expect(fault).toMatchObject({ field: 'authority.agent.limit.amount', code: 'other_currency' });
    expect(fault.said).toMatch(/is in USD, the playbook is in EUR$/);
  });

  it.each([
    ['50.00 EUR', '50', 'authority.agent.limit.amount', 'not_money'],
    ['50.00 EUR', '50.005 EUR', 'authority.agent.limit.amount', 'not_money'],
    ['50.00 EUR', '-5.00 EUR', 'authority.agent.limit.amount', 'not_money'],
    ['percent: 15 %,', 'percent: 15,', 'authority.agent.limit.percent', 'not_percent'],
    ['percent: 15 %,', 'percent: 115 %,', 'authority.agent.limit.percent', 'not_percent'],
    ['sum: 100.00 EUR', 'sum: 100.00 USD', 'authority.agent.limit.sum', 'other_currency'],
    ['sum: 20.00 EUR', 'sum: 20', 'authority.agent.remedies.voucher.sum', 'not_money'],
    ['days: 30}', 'days: 30 days}', 'authority.agent.limit.days', 'not_days'],
    ['days: 30}', 'days: 0}', 'authority.agent.limit.days', 'not_days'],
    ['days: 30}', 'days: 1.5}', 'authority.agent.limit.days', 'not_days'],
    ['days: 30}', 'days: }', 'authority.agent.limit.days', 'empty'],
    [', days: 30}', '}', 'authority.agent.limit.sum', 'needs_beside'],
    ['sum: 20.00 EUR, ', '', 'authority.agent.remedies.voucher.days', 'needs_beside'],
    ['discount: {percent: 15 %}', 'discount: {}', 'authority.agent.remedies.discount', 'empty'],
    ['meeting: within', 'meeting: maybe', 'authority.agent.remedies.meeting', 'not_one_of'],
    ['meeting: within', 'dinner: within', 'authority.agent.remedies.dinner', 'unknown_id'],
    ['  owner:', '  boss:', 'authority.boss', 'unknown_field'],
  ])('in the authority: "%s" as "%s" (P21)', async (from, to, field, code) => {
    const own = emptyOwnFolder();
    changed(own, 'authority.yaml', from, to);
    expect(await faultsOf(own)).toContainEqual(
      expect.objectContaining({ file: 'authority.yaml', field, code, line: expect.any(Number) }),
    );
  });

  it.each([
    [
      'fitsWishes: [exchange, repair]',
      'fitsWishes: [exchange, mend]',
      'remedies[0].fitsWishes[1]',
      'unknown_id',
    ],
    [
      'fitsCauses: [product, delivery, order',
      'fitsCauses: [product, post, order',
      'remedies[0].fitsCauses[1]',
      'unknown_id',
    ],
    ['privacy-safety/unsafe', 'privacy-safety/unsound', 'remedies[0].fitsCauses[4]', 'unknown_id'],
    ['refund {amount}', 'refund {sum}', 'remedies[1].say', 'unknown_variable'],
    ['refund {amount}', 'refund {percent}', 'remedies[1].say', 'unknown_variable'],
    ['refund {amount}', 'refund {Amount}', 'remedies[1].say', 'stray_brace'],
    ['id: refund', 'id: replacement', 'remedies[1].id', 'duplicate_id'],
    ['usualPercent: 10 %', 'usualAmount: 9.00 EUR', 'remedies[4].usualAmount', 'other_measure'],
    ['id: agreed', 'id: something-else', 'remedies[15].id', 'reserved_id'],
  ])('in the remedies: "%s" as "%s"', async (from, to, field, code) => {
    const own = emptyOwnFolder();
    changed(own, 'remedies.yaml', from, to);
    expect(await faultsOf(own)).toContainEqual(
      expect.objectContaining({ file: 'remedies.yaml', field, code, line: expect.any(Number) }),
    );
  });

  it('says on which line an id was given first', async () => {
    const fault = await faultOfChange('channels.yaml', 'id: chat', 'id: email');
    expect(fault).toMatchObject({ field: 'channels[3].id', code: 'duplicate_id' });
    expect(fault.said).toMatch(
      /^channels\.yaml:\d+: channels\[3\]\.id is email, which line 6 has already$/,
    );
  });

  it('takes only one entry of a list for the usual one', async () => {
    const fault = await faultOfChange(
      'channels.yaml',
      'label: email',
      'label: email\n    usual: true',
    );
    expect(fault).toMatchObject({ field: 'channels[1].usual', code: 'two_usual' });
  });

  it('names ids given twice in a group of causes, and in different groups takes them', async () => {
    const fault = await faultOfChange('causes.yaml', 'id: wore-out', 'id: faulty');
    expect(fault).toMatchObject({ field: 'causes[0].causes[1].id', code: 'duplicate_id' });
    const own = emptyOwnFolder();
    changed(own, 'causes.yaml', 'id: overcharged', 'id: faulty');
    expect(await faultsOf(own)).toEqual([]);
  });

  it.each([
    ['  reach:', '  reached:', 'lines.reached', 'unknown_field'],
    ['{customer}, in case', '{client}, in case', 'lines.reach[0].say', 'unknown_variable'],
    ['{customer}, in case', '{customer, in case', 'lines.reach[0].say', 'stray_brace'],
    [
      'channel: [in-person]',
      'channel: [counter]',
      'lines.customer[6].when.channel[0]',
      'unknown_id',
    ],
    [
      'partOfDay: [morning]',
      'partOfDay: [night]',
      'lines.customer[0].when.partOfDay[0]',
      'not_one_of',
    ],
    ['fault: [ours]', 'fault: [mine]', 'lines.apology[0].when.fault[0]', 'not_one_of'],
    [
      'cause: [manner]}',
      'cause: [manners]}',
      /^lines\.apology\[\d+\]\.when\.cause\[0\]$/,
      'unknown_id',
    ],
    ['severity: [urgent]', 'severity: [dire]', 'lines.wish[7].when.severity[0]', 'unknown_id'],
    ['severity: [urgent]', 'wish: [dinner]', 'lines.wish[7].when.wish[0]', 'unknown_id'],
    ['outcome: [promised]', 'outcome: [done]', 'lines.thanked[10].when.outcome[0]', 'not_one_of'],
    ['partOfDay: [morning], ', 'mood: [good], ', 'lines.customer[0].when.mood', 'unknown_field'],
  ])('in the lines: "%s" as "%s" (P15)', async (from, to, field, code) => {
    const fault = await faultOfChange('lines.en.yaml', from, to);
    expect(fault).toMatchObject({ file: 'lines.en.yaml', code });
    expect(fault.field).toMatch(field);
    expect(fault.line).toBeGreaterThan(1);
  });

  it.each([
    ['"our policy"', '"*policy"', 'phrases[0].match[0]', 'bad_match'],
    ['id: the-rules', 'id: our-policy', 'phrases[1].id', 'duplicate_id'],
  ])('in the phrases: %s as %s (P16)', async (from, to, field, code) => {
    expect(await faultOfChange('phrases.en.yaml', from, to)).toMatchObject({ field, code });
  });
});
