import type { QuestionName } from '../../../src/rules/questions.ts';

/** One question as an agent meets it: what it is called, and the keys that answer it. */
export interface Asked {
  readonly question: QuestionName;
  /** The label that stands over the field. */
  readonly label: string;
  /** What is typed; each `\r` is an Enter. */
  readonly keys: string;
}

export const THEIR_WORDS = 'The kettle arrived in pieces, two days before the party.';

export const APOLOGY =
  'I am sorry, Maria, that the kettle arrived broken. That was our packing. We pack kettles twice from today, and a new one is on its way.';

/** Maria's broken kettle, from the first hello to the thank-you: every question that is asked. */
export const brokenKettle: readonly Asked[] = [
  { question: 'customer', label: 'Customer', keys: 'Maria Petrova\r' },
  { question: 'reach', label: 'How to reach them', keys: '+359 88 123 4567\r' },
  { question: 'account', label: 'Account or order number', keys: 'order 88120\r' },
  { question: 'language', label: 'Their language', keys: 'Bulg\r' },
  { question: 'channel', label: 'Channel', keys: '\r' },
  { question: 'words', label: 'In their own words', keys: `${THEIR_WORDS}\r` },
  {
    question: 'restated',
    label: 'The main points, as you say them back',
    keys: 'Broken on arrival; she needs a new one.\r',
  },
  { question: 'confirmed', label: 'Do they say yes to that?', keys: '\r' },
  { question: 'happened', label: 'When it happened', keys: '12 Nov\r' },
  { question: 'product', label: 'Product or service', keys: 'kettle\r' },
  { question: 'cause', label: 'Cause', keys: 'arrived damaged\r' },
  { question: 'severity', label: 'How serious', keys: '\r' },
  { question: 'wish', label: 'What they would like to happen', keys: 'replacement\r' },
  { question: 'fault', label: 'Whose fault, as far as we know', keys: 'ours\r' },
  { question: 'apology', label: 'Your apology, in your own words', keys: `${APOLOGY}\r` },
  { question: 'offers', label: 'Put to them (at least two)', keys: ` ${'\u001b[B'}29.90\r` },
  { question: 'chosen', label: 'They chose', keys: '\r' },
  { question: 'done', label: 'What was done now', keys: 'Ordered a new kettle by express.\r' },
  {
    question: 'promises',
    label: 'What is promised',
    keys: 'a new kettle by express\r\r2026-11-23 17:00\r\r',
  },
  {
    question: 'takes',
    label: 'How long it takes, and what is needed',
    keys: 'two days, and nothing from you\r',
  },
  { question: 'outcome', label: 'How it ends today', keys: 'promised\r' },
  { question: 'improves', label: 'What this helps us to improve', keys: '\r' },
  { question: 'followup', label: 'When we get in touch again', keys: '\r' },
  { question: 'thanked', label: 'Did you thank them?', keys: '\r' },
];

/** @returns the keys of every question before a given one. */
export function keysUpTo(question: QuestionName, conversation = brokenKettle): string {
  const end = conversation.findIndex((asked) => asked.question === question);
  return conversation
    .slice(0, end)
    .map(({ keys }) => keys)
    .join('');
}

/** @returns Maria's conversation with other words for what is typed, each up to its first Enter. */
export const inTheirTongue = (words: Partial<Record<QuestionName, string>>): readonly Asked[] =>
  brokenKettle.map((asked) => {
    const own = words[asked.question];
    return own === undefined
      ? asked
      : { ...asked, keys: own + asked.keys.slice(asked.keys.indexOf('\r')) };
  });
