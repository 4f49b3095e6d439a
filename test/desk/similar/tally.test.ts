import { expect, test } from 'vitest';
import { talliesOf } from '../../../src/desk/similar/tally.ts';
import { likeItText, tallyText } from '../../../src/desk/similar/tally-text.ts';
import type { SimilarComplaint } from '../../../src/desk/similar.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { complaintId } from '../../../src/rules/values.ts';
import { openSampleDesk } from '../../plain/sample-desk.ts';

const words = createMessages('en');

/** A complaint where these were put; the first was chosen, or none. */
function putRight(
  remedies: readonly string[],
  { chosen = true, satisfied }: { chosen?: boolean; satisfied?: boolean } = {},
): SimilarComplaint {
  const offers = remedies.map((remedy, at) => ({
    remedy,
    state: chosen && at === 0 ? ('chosen' as const) : ('declined' as const),
  }));
  return {
    id: complaintId(1001),
    about: '',
    cause: undefined,
    product: undefined,
    offers,
    chosen: chosen ? offers[0] : 'neither',
    outcome: undefined,
    verdict: undefined,
    satisfied,
    resolvedAt: undefined,
  };
}

async function speaker() {
  const { playbook } = await openSampleDesk();
  return (...similar: readonly SimilarComplaint[]) => likeItText(words, playbook, similar);
}

test('it says how many there are, what was chosen most, and whether that satisfied (P48)', async () => {
  const allLike = await speaker();
  const content = putRight(['refund', 'replacement'], { satisfied: true });
  const cross = putRight(['refund', 'voucher'], { satisfied: false });
  const neither = putRight(['refund', 'voucher'], { chosen: false, satisfied: false });
  expect(allLike(content, content, neither)).toBe('3 like it: refund chosen twice, all satisfied');
  expect(allLike(content)).toBe('1 like it: refund chosen once, satisfied');
  expect(allLike(content, content, cross)).toBe(
    '3 like it: refund chosen 3 times, 2 of 3 satisfied',
  );
  expect(allLike(cross)).toBe('1 like it: refund chosen once, not satisfied');
  expect(allLike(putRight(['refund', 'voucher']))).toBe('1 like it: refund chosen once');
  expect(allLike(neither)).toBe('1 like it');
});

test('each remedy is counted beside how often it was put, and only its own satisfaction', () => {
  const tallies = talliesOf([
    putRight(['refund', 'replacement'], { satisfied: true }),
    putRight(['replacement', 'refund'], { satisfied: false }),
    putRight(['refund', 'voucher']),
  ]);
  expect(tallies.map(({ remedy }) => remedy)).toEqual(['refund', 'replacement', 'voucher']);
  expect(tallies.map((tally) => tallyText(words, tally).full)).toEqual([
    'chosen 2 of 3, satisfied',
    'chosen 1 of 2, not satisfied',
    'chosen 0 of 1',
  ]);
});
