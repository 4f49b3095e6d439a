import { describe, expect, test } from 'vitest';
import { recordFromText } from '../../src/desk/record-file.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { summaryText } from '../../src/desk/summary-text.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import { summarise } from '../../src/rules/summary.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';

const words = createMessages('en');
const voice = { words, spoken: createSpokenTime(words, 'Europe/Sofia') };

const told = (conversation: Conversation): string =>
  summaryText(voice, summarise(conversation), conversation.playbook);

const record = (story: string): string =>
  JSON.stringify({
    customer: { name: 'Maria Petrova', phone: '+359 88 123 4567' },
    channel: 'phone',
    words: 'The kettle arrived in pieces.',
    restated: { text: story, confirmed: true },
    product: 'kettle',
    cause: 'delivery/damaged',
    wish: 'replacement',
    apology: { fault: 'ours', text: 'I am sorry.' },
    offers: [{ remedy: 'replacement' }, { remedy: 'refund', amount: '29.90 EUR' }],
    chosen: 'replacement',
    promises: [{ what: 'new kettle by express', who: 'Lejla', by: '2026-11-27' }],
    outcome: 'promised',
    thanked: true,
  });

async function summaryOf(story: string): Promise<string> {
  const taken = await recordFromText(await openSampleDesk(), record(story));
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusals));
  return told(taken.conversation);
}

describe('the summary for whoever takes over (P8)', () => {
  test('tells who it is, what happened, what was offered and promised, and what is known', async () => {
    expect(await summaryOf('Broken on arrival; she wants a new one.')).toBe(
      [
        'Customer: Maria Petrova',
        'What happened: Broken on arrival; she wants a new one.',
        'They said yes to that.',
        'About: kettle',
        'Cause: delivery: it arrived damaged',
        'They wish: a replacement',
        'We have apologised.',
        'Put to them: replacement; refund, €29.90',
        'They chose: replacement',
        'Promised: new kettle by express, by Lejla, by Friday 27 November 2026, 17:00',
        'No need to ask again: Channel; How serious; Whose fault, as far as we know; How long it takes, and what is needed; How it ends today; What this helps us to improve; When we get in touch again; Did you thank them?',
      ].join('\n'),
    );
  });

  test('of a call that has just begun is honest about how little is known', async () => {
    expect(told(await startComplaint(await openSampleDesk()))).toBe(
      [
        'Customer: no name given',
        'They have not told what happened yet.',
        'Nobody has apologised yet.',
      ].join('\n'),
    );
  });

  test('is short: a long story is cut between words, and never inside a letter', async () => {
    const long = await summaryOf('The kettle arrived in pieces. '.repeat(100));
    expect(long.split('\n')[1]).toMatch(/^What happened: .{400,510} …$/);
    const emoji = await summaryOf('👩🏽‍🚒'.repeat(300));
    expect(emoji.split('\n')[1]).toMatch(/^What happened: (?:👩🏽‍🚒)+ …$/u);
  });
});
