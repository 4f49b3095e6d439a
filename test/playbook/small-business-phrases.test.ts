import { beforeAll, describe, expect, it } from 'vitest';
import { phraseFinder } from '../../src/rules/phrases.ts';
import type { Playbook } from '../../src/rules/playbook.ts';
import { shippedPlaybook } from './pack-copy.ts';

let playbook: Playbook;
beforeAll(async () => {
  playbook = await shippedPlaybook();
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
