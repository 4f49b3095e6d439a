import { describe, expect, test } from 'vitest';
import { bestOf, type Contender, isSpeedAlone } from '../../../src/rules/figures/recognition.ts';

const one = (name: string, measured: Contender['measured'], resolved = 10): Contender => ({
  name,
  resolved,
  measured,
});
const names = (winners: readonly Contender[]) => winners.map(({ name }) => name);

describe('each month’s best (P42)', () => {
  test('is who has the best places by all measures together', () => {
    const all = [
      one('Sam', { satisfied: 0.9, promises: 0.9 }),
      one('Lejla', { satisfied: 0.8, promises: 1 }),
      one('Ana', { satisfied: 0.95, promises: 0.95 }),
    ];
    expect(names(bestOf(all, ['satisfied', 'promises']))).toEqual(['Ana']);
  });

  test('counts what is better when there is less of it', () => {
    const all = [one('Sam', { reopened: 0.2 }), one('Lejla', { reopened: 0 })];
    expect(names(bestOf(all, ['reopened']))).toEqual(['Lejla']);
  });

  test('is nobody who resolved only a few', () => {
    const all = [one('Sam', { satisfied: 1 }, 4), one('Lejla', { satisfied: 0.5 }, 5)];
    expect(names(bestOf(all, ['satisfied']))).toEqual(['Lejla']);
    expect(bestOf([one('Sam', { satisfied: 1 }, 4)], ['satisfied'])).toEqual([]);
  });

  test('puts whoever has nothing to show by a measure behind those who have', () => {
    const all = [one('Sam', { reopened: 0 }), one('Lejla', { satisfied: 0.5, reopened: 0 })];
    expect(names(bestOf(all, ['satisfied', 'reopened']))).toEqual(['Lejla']);
  });

  test('is shared by those who are equal', () => {
    const all = [one('Sam', { satisfied: 1 }), one('Lejla', { satisfied: 1 })];
    expect(names(bestOf(all, ['satisfied']))).toEqual(['Sam', 'Lejla']);
  });

  test('is never found by speed alone (P26)', () => {
    expect(isSpeedAlone(['speed'])).toBe(true);
    expect(isSpeedAlone(['speed', 'satisfied'])).toBe(false);
  });
});
