import { expect, test } from 'vitest';
import { summarise } from '../../src/rules/summary.ts';
import {
  conversationAfter,
  conversationUntil,
  offered,
  promised,
  said,
} from './sample-complaint.ts';

test('whoever takes over knows who it is, what happened, what was said and promised (P8)', () => {
  expect(summarise(conversationUntil('takes'))).toMatchObject({
    customer: 'Maria Petrova',
    story: 'The kettle arrived broken; she wants her money back.',
    confirmed: true,
    product: 'kettle',
    cause: 'delivery/damaged',
    wish: 'refund',
    apologised: true,
    offers: [{ remedy: 'refund' }, { remedy: 'repair' }],
    chosen: 1,
    promises: [{ what: 'the refund', who: 'Sam' }],
  });
});

test('what has its answer is named, so that nobody asks it again (P8)', () => {
  const { known } = summarise(conversationUntil('happened'));
  expect([...known].sort()).toEqual(['channel', 'confirmed', 'happened', 'restated', 'words']);
});

test('at the first hello there is nothing to tell, and nothing is made up', () => {
  expect(summarise(conversationAfter())).toEqual({
    confirmed: false,
    apologised: false,
    offers: [],
    promises: [],
    known: [],
  });
});

test('until the main points are restated, their own words tell the story (P3)', () => {
  expect(summarise(conversationAfter(said('words', 'It broke.'))).story).toBe('It broke.');
});

test('what is off the table, and promises taken back, are not told', () => {
  const { offers, promises } = summarise(
    conversationAfter(offered, offered, promised, {
      type: 'promise_withdrawn',
      body: { promise: 1 },
    }),
  );
  expect(offers.map(({ n }) => n)).toEqual([3, 4]);
  expect(promises).toEqual([]);
});

test('that they took none of the offers is told too', () => {
  expect(summarise(conversationAfter(offered, said('chosen', 'neither'))).chosen).toBe('neither');
});
