import { describe, expect, it } from 'vitest';
import { killAfter, killableKeys } from '../support/kill-at-a-key.ts';

/** Every so many keys in the suite; `npm run test:kill` takes them all. */
const { AMENDS_KILL_EVERY } = process.env;
const every = Number(AMENDS_KILL_EVERY ?? 23);

describe('kill -9 at any key (the window, the machine, the power: all the same)', () => {
  const keys = killableKeys();
  const sampled = keys.map((_, index) => index).filter((index) => index % every === every - 1);

  it.for(sampled)(
    'after key %i every confirmed answer is there, the log is whole, and it goes on',
    async (index) => {
      const { confirmed, record, verified, resumes } = await killAfter(index);
      expect(record).toMatchObject(confirmed);
      expect(verified).toBe(0);
      expect(resumes).toBe(true);
    },
  );
});
