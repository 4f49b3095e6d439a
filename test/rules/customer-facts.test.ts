import { describe, expect, test } from 'vitest';
import { readReach, refusesFact, refusesFacts, tidyFacts } from '../../src/rules/customer-facts.ts';

describe('how we can reach them (P2)', () => {
  test.each([
    ['+359 88 123 4567', 'phone'],
    ['(02) 123-45-67', 'phone'],
    ['0888/123.456 ext. 12', 'phone'],
    ['12345', 'phone'],
    ['maria@example.org', 'email'],
    ['maria.petrova+shop@mail.example.co.uk', 'email'],
    ['мария@пример.бг', 'email'],
  ] as const)('“%s” is a %s', (text, fact) => {
    expect(readReach(` ${text} `)).toEqual({ fact, value: text });
  });

  test.each([
    '',
    ' ',
    '1234',
    'Maria',
    'maria@',
    '@example.org',
    'maria@example',
    'a b@example.org',
    'maria@example.',
    '0888 123 456 please',
    '1234567890123456789',
  ])('“%s” is neither a number nor an address', (text) => {
    expect(readReach(text)).toBeUndefined();
  });
});

describe('a fact about a person', () => {
  test('can be taken away, but the name stays', () => {
    for (const nothing of [null, '', '  ']) {
      expect(refusesFact('phone', nothing)).toBeUndefined();
      expect(refusesFact('name', nothing)).toMatchObject({ code: 'required', field: 'customer' });
    }
  });

  test.each([
    ['phone', 'maria@example.org', 'not_phone'],
    ['email', '0888 123 456', 'not_email'],
    ['language', 'de', 'unknown_choice'],
    ['name', 'x'.repeat(201), 'too_long'],
    ['address', 'x'.repeat(501), 'too_long'],
    ['account', 'x'.repeat(101), 'too_long'],
    ['email', `${'x'.repeat(200)}@example.org`, 'too_long'],
    ['phone', `0888${' '.repeat(200)}123456`, 'too_long'],
  ] as const)('%s is refused when it is wrong or too long', (fact, value, code) => {
    expect(refusesFact(fact, value)?.code).toBe(code);
  });

  test.each([
    ['name', 'Болдбаатар'],
    ['name', 'x'],
    ['account', 'A-88 120'],
    ['language', 'mn'],
    ['email', 'maria@example.org'],
    ['phone', '0888 123 456'],
    ['address', '1 Vitosha Blvd\nSofia'],
  ] as const)('%s “%s” is taken', (fact, value) => {
    expect(refusesFact(fact, value)).toBeUndefined();
  });

  test('all faults in somebody new are told at once', () => {
    const facts = { name: '', phone: 'none', email: 'none', account: '88120' };
    expect(refusesFacts(facts).map(({ field }) => field)).toEqual(['customer', 'phone', 'email']);
  });
});

test('blanks are typing, and what is empty is not known', () => {
  expect(tidyFacts({ name: ' Maria ', phone: '  ', account: ' 88120 ' })).toEqual({
    name: 'Maria',
    account: '88120',
  });
});
