import { currency, minor } from '../../rules/values.ts';
import { samplePeople as p } from './sample-people.ts';
import type { Deed, Hours, Story, Told, Unfinished } from './story.ts';

const swap = [{ remedy: 'replacement' }, { remedy: 'refund', amount: '29.90' }] as const;
const credit = [
  { remedy: 'refund', amount: '18.00' },
  { remedy: 'store-credit', amount: '25.00' },
] as const;
const makeGood = [{ remedy: 'do-again' }, { remedy: 'discount', percent: 10 }] as const;
const explain = [{ remedy: 'information' }, { remedy: 'apology' }] as const;
const mend = [{ remedy: 'repair' }, { remedy: 'replacement' }] as const;

const kettle: Told = {
  channel: 'phone',
  words: 'Чайникът пристигна на парчета.',
  restated: 'The kettle was broken on arrival; she would like a new one.',
  product: 'online-order',
  cause: 'delivery/damaged',
  wish: 'replacement',
  offers: swap,
  chosen: 'replacement',
  promise: ['a new kettle by express', 30],
};

const bill: Told = {
  channel: 'email',
  words: 'Με χρεώσατε δύο φορές για την ίδια παραγγελία.',
  restated: 'The order was charged twice; he wants the second charge back.',
  product: 'invoice',
  cause: 'billing/charged-twice',
  wish: 'refund',
  offers: credit,
  chosen: 'refund',
  promise: ['the second charge back on the card', -20],
};

const visit: Told = {
  channel: 'phone',
  words: 'Majstor nije došao, a čekala sam cijeli dan.',
  restated: 'Nobody came at the agreed time; she waited all day.',
  product: 'service-visit',
  cause: 'delivery/nobody-came',
  severity: 'high',
  wish: 'do-again',
  offers: makeGood,
  chosen: 'do-again',
  promise: ['the visit, first thing in the morning', 16],
};

const answers: Told = {
  channel: 'email',
  words: 'I was told three different things by three people about my repair.',
  restated: 'He wants one answer about the repair.',
  product: 'repair',
  cause: 'communication/contradicting',
  wish: 'information',
  offers: explain,
  chosen: 'information',
  done: 'Wrote to them with one answer, and who is responsible.',
};

const heater: Told = {
  channel: 'in-person',
  words: 'Халаагуур хоёр хоноод л зогсчихлоо.',
  restated: 'The heater stopped after two days.',
  product: 'shop-purchase',
  cause: 'product/faulty',
  wish: 'repair',
  offers: mend,
  chosen: 'repair',
  promise: ['the heater, repaired', -3],
};

const parcel: Told = {
  channel: 'chat',
  words: 'ของยังไม่มาเลย สั่งไปตั้งสองสัปดาห์แล้ว',
  restated: 'The order of two weeks ago has not arrived.',
  product: 'delivery',
  cause: 'delivery/not-arrived',
  wish: 'replacement',
  offers: swap,
  chosen: 'replacement',
  promise: ['the parcel, sent again', 52],
};

const rude: Told = {
  channel: 'phone',
  words: 'The man at the counter laughed at my question in front of everyone.',
  restated: 'She was spoken to rudely at the counter.',
  product: 'shop-purchase',
  cause: 'manner/rude',
  wish: 'manager-apology',
  offers: [{ remedy: 'manager-apology' }, { remedy: 'voucher', amount: '15.00' }],
  chosen: 'manager-apology',
  done: 'The shop manager called her and apologised.',
};

/** How a settled complaint went on: kept, asked about, closed with what was learnt (P33, P36, P37). */
const settled = (
  ago: number,
  verdict: string,
  changed: string,
  [satisfied, score]: readonly [boolean, number],
): readonly Deed[] => [
  // Whoever says that it is not solved is not closed over: here they said so afterwards.
  ...(satisfied ? [] : [[ago - 38, 'close', { verdict, changed }] as const]),
  [ago - 40, 'followup', { outcome: 'reached', satisfied, score, note: 'Asked whether it holds.' }],
  ...(satisfied ? [[ago - 44, 'close', { verdict, changed }] as const] : []),
];

/** The sample complaints, the oldest first: every stage, late and due, in six languages. */
export const stories = (at: Hours): readonly Story[] => [
  {
    who: p.olivia,
    ago: 900,
    told: rude,
    deeds: settled(900, 'upheld', 'Talked it through at the counter.', [true, 9]),
  },
  {
    who: p.james,
    ago: 820,
    by: 'Lejla',
    told: { ...answers, channel: 'phone' },
    deeds: settled(820, 'upheld', '', [true, 8]),
  },
  {
    who: p.ivan,
    ago: 760,
    told: {
      ...answers,
      words: 'Никой не отговаря на писмата ми.',
      restated: 'Nobody answered his letters.',
      cause: 'communication/no-answer',
    },
    deeds: settled(760, 'upheld', 'One inbox, looked into twice a day.', [true, 7]),
  },
  {
    who: p.eleni,
    ago: 700,
    told: {
      ...answers,
      words: 'Ο λογαριασμός δεν βγάζει νόημα.',
      restated: 'The bill was hard to follow.',
      product: 'invoice',
      cause: 'billing/unclear-bill',
    },
    deeds: settled(700, 'partly', '', [false, 4]),
  },
  {
    who: p.emir,
    ago: 610,
    by: 'Lejla',
    told: {
      ...rude,
      words: 'Rekli su mi da lažem.',
      restated: 'He was not believed about the return.',
      cause: 'manner/not-believed',
    },
    deeds: settled(610, 'upheld', 'Returns are taken at their word up to 30 euro.', [true, 10]),
  },
  {
    who: p.malee,
    ago: 540,
    told: {
      ...answers,
      channel: 'chat',
      words: 'เว็บไซต์ใช้งานไม่ได้',
      restated: 'The website did not work for her.',
      product: 'website',
      cause: 'website/not-working',
    },
    deeds: settled(540, 'upheld', 'The form was mended.', [true, 8]),
  },
  {
    who: p.saran,
    ago: 400,
    told: {
      ...rude,
      words: 'Намайг хоёр цаг хүлээлгэсэн.',
      restated: 'She was kept waiting for two hours.',
      cause: 'manner/kept-waiting',
    },
    deeds: [
      ...settled(400, 'upheld', '', [false, 3]),
      [30, 'reopen', { reason: 'It happened again on her next visit.' }],
    ],
  },
  {
    who: p.grace,
    ago: 200,
    told: {
      ...answers,
      words: 'I was promised a call on Monday and nobody rang.',
      restated: 'The promised call did not come.',
      cause: 'communication/no-call-back',
    },
  },
  {
    who: p.rosa,
    ago: 120,
    by: 'Lejla',
    told: {
      ...answers,
      words: 'Your site said free returns. I paid eleven euro.',
      restated: 'She paid for a return that was said to be free.',
      product: 'website',
      cause: 'website/wrong-content',
    },
  },
  {
    who: p.desislava,
    ago: 60,
    told: {
      ...rude,
      words: 'Препращаха ме от човек на човек.',
      restated: 'She was sent from one person to the next.',
      cause: 'manner/passed-around',
    },
  },
  { who: p.nikos, ago: 96, received: 110, told: bill },
  { who: p.bold, ago: 80, told: heater },
  {
    who: p.giorgos,
    ago: 74,
    by: 'Lejla',
    told: {
      ...heater,
      words: 'Το σίδερο δεν ζεσταίνει.',
      restated: 'The iron does not heat.',
      promise: ['the iron, repaired', -26],
    },
  },
  {
    who: p.hassan,
    ago: 70,
    told: {
      ...parcel,
      channel: 'phone',
      words: 'Still no parcel, and nobody can say where it is.',
      promise: ['word on where the parcel is', 4],
    },
    deeds: [
      [6, 'promise-delay', { promise: '1', by: at(28), reason: 'The carrier answers tomorrow.' }],
    ],
  },
  {
    who: p.priya,
    ago: 64,
    received: 70,
    told: {
      ...bill,
      words: 'I have been charged twice for the same order.',
      promise: ['the second charge back', 20],
    },
    deeds: [
      [
        10,
        'promise-delay',
        { promise: '1', by: at(44), reason: 'The bank needs another day.', told: 'phone' },
      ],
    ],
  },
  { who: p.maria, ago: 50, told: kettle },
  { who: p.amra, ago: 46, told: visit },
  {
    who: p.somchai,
    ago: 44,
    told: parcel,
    deeds: [[40, 'wait', { until: at(8), reason: 'a photo of the label' }]],
  },
  {
    who: p.marko,
    ago: 40,
    by: 'Lejla',
    told: {
      ...kettle,
      channel: 'email',
      words: 'Čajnik je stigao razbijen.',
      promise: ['a new kettle', 26],
    },
    deeds: [[30, 'wait', { until: at(-2), reason: 'which colour he would like' }]],
  },
  {
    who: p.tom,
    ago: 34,
    told: {
      ...visit,
      words: 'Waited in all day for your engineer.',
      promise: ['a new date for the visit', 22],
    },
    deeds: [
      [30, 'callback', { at: at(2), reason: 'to agree on the date', reach: '+44 20 7946 0199' }],
    ],
  },
  {
    who: p.james,
    ago: 30,
    told: {
      ...kettle,
      words: 'Another broken one. That is the second this year.',
      promise: ['a new toaster', 40],
    },
    deeds: [
      [28, 'callback', { at: at(-4), reason: 'to say when it comes' }],
      [3, 'called', { outcome: 'not_reached', at: at(5), note: 'No answer; left a message.' }],
    ],
  },
  {
    who: p.olivia,
    ago: 28,
    told: {
      ...visit,
      words: 'This is the third time I have had to ring.',
      severity: 'urgent',
      promise: ['an answer from the manager', 6],
    },
    deeds: [
      [
        27,
        'escalate',
        { reason: 'Third call about the same visit; asks for somebody who decides.' },
      ],
    ],
  },
  {
    who: p.ivan,
    ago: 26,
    told: { ...bill, words: 'Таксуваха ме два пъти.', promise: ['an answer about the fee', 12] },
    deeds: [
      [24, 'escalate', { reason: 'A fee that only a supervisor can take off.' }],
      [5, 'return', { to: 'Lejla', reason: 'Taken off; please tell him.' }, 'Ana'],
    ],
  },
  {
    who: p.amra,
    ago: 22,
    by: 'Lejla',
    told: { ...visit, words: 'Opet niko nije došao.', promise: ['the visit', 18] },
    deeds: [[20, 'offer', { remedy: 'discount', percent: 30, reason: 'Nobody came twice.' }]],
  },
  {
    who: p.eleni,
    ago: 20,
    told: { ...parcel, words: 'Το δέμα δεν ήρθε ποτέ.', promise: ['the parcel, sent again', 33] },
    deeds: [
      [
        18,
        'offer',
        { remedy: 'voucher', amount: sum(60), reason: 'Her third parcel that did not come.' },
      ],
    ],
  },
  {
    who: p.malee,
    ago: 18,
    told: { ...heater, words: 'เตารีดเสีย', promise: ['the iron, repaired', 45] },
    deeds: [
      [16, 'offer', { remedy: 'discount', percent: 25, reason: 'A good customer for years.' }],
      [
        12,
        'approve',
        { approval: '1', reason: 'Fair: it broke on the first day.', supervisor: 'Ana' },
        'Ana',
      ],
    ],
  },
  {
    who: p.giorgos,
    ago: 15,
    told: { ...bill, channel: 'phone', promise: ['the sum, checked', 9] },
    deeds: [
      [14, 'offer', { remedy: 'refund', amount: sum(120), reason: 'Says that he paid twice.' }],
      [
        9,
        'decline',
        {
          approval: '1',
          reason: 'Only one payment is on record; show him both lines.',
          supervisor: 'Ana',
        },
        'Ana',
      ],
    ],
  },
  {
    who: p.grace,
    ago: 8,
    told: { ...kettle, words: 'The lamp came in two pieces.', promise: ['a new lamp', 50] },
    deeds: [
      [6, 'handover', { to: 'Lejla', reason: 'Sam leaves for the day.' }],
      [5, 'note', { text: 'She is at home after six.' }, 'Lejla'],
    ],
  },
  {
    who: p.desislava,
    ago: 5,
    told: { ...kettle, words: 'Лампата пристигна счупена.', promise: ['a new lamp', 60] },
  },
];

/** What was left half way. */
export const unfinished: readonly Unfinished[] = [
  {
    who: p.hassan,
    ago: 3,
    channel: 'phone',
    words: 'The card reader took it twice and your man said it was my phone.',
  },
  { who: p.rosa, ago: 1, channel: 'chat' },
];

function sum(euros: number) {
  return { minor: minor(euros * 100), currency: currency('EUR') };
}
