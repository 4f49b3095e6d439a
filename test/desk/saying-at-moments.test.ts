import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Given } from '../../src/desk/actions/action.ts';
import {
  linesForAction,
  linesForMoment,
  type SaidAbout,
  type Speaker,
} from '../../src/desk/saying.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import { besideQuestions, type Moment } from '../../src/playbook/script-words.ts';
import type { Conversation, ConversationCustomer } from '../../src/rules/conversation.ts';
import type { Approval, ComplaintState, Contact, Promised } from '../../src/rules/state.ts';
import { agentName, complaintId, currency, customerId, minor } from '../../src/rules/values.ts';
import { shippedPlaybook } from '../playbook/pack-copy.ts';
import { HELLO, hoursLater, stateAfter, wholeConversation } from '../rules/sample-complaint.ts';

const words = createMessages('en');
const voice = { words, spoken: createSpokenTime(words, 'Europe/Sofia') };
const playbook = await shippedPlaybook();
/** Saturday 21 November 2026, 09:03 in Sofia. */
const desk: Speaker = {
  agent: { name: agentName('Sam'), role: 'agent', team: 'repairs desk' },
  business: 'Kettle & Co',
  reachUs: '02 123 4567',
  zone: 'Europe/Sofia',
  now: () => HELLO,
};
const whole = stateAfter(...wholeConversation.slice(1));

const maria: ConversationCustomer = {
  id: customerId(7),
  name: 'Maria Petrova',
  isNew: false,
  given: [],
};

/** What can be said at a moment of Maria's complaint, as it stands with these changes. */
function said(
  moment: Moment,
  changes: Partial<ComplaintState> = {},
  about: SaidAbout = {},
): readonly string[] {
  const conversation: Conversation = {
    state: { ...whole, ...changes },
    customer: maria,
    playbook,
  };
  return linesForMoment(desk, conversation, moment, voice, about);
}

const kettle: Promised = {
  n: 1,
  what: 'a new kettle',
  who: 'Sam',
  due: hoursLater(48),
  madeAt: HELLO,
  state: 'open',
};
const MONDAY = 'Monday 23 November 2026, 09:03';
const TUESDAY = 'Tuesday 24 November 2026, 09:03';

const bigRefund: Approval = {
  n: 1,
  remedy: 'refund',
  amount: minor(8000),
  currency: currency('EUR'),
  reason: 'The second kettle.',
  askedBy: agentName('Sam'),
  askedAt: HELLO,
  state: 'open',
};

const callAtNoon: Contact = {
  n: 1,
  kind: 'callback',
  at: hoursLater(3),
  reason: 'what the carrier says',
  state: 'due',
};

describe('who takes over', () => {
  test('says their own name and whom the story was told to, so that it is not told again (P8)', () => {
    const lines = said('introduction', { openedBy: agentName('Lejla') });
    expect(lines).toContain(
      'I am Sam. I have read what you told Lejla, so you need not say it again, Maria Petrova.',
    );
  });

  test('names nobody where they heard the story themselves', () => {
    expect(said('introduction').join(' ')).not.toMatch(/\bSam has told me|you told Sam/);
  });

  test('is named by who hands it over, before that is on record (P7)', () => {
    const lines = said('handover', {}, { values: { to: 'Lejla' } });
    expect(lines.join(' ')).toContain('I will tell Lejla everything first');
    expect(said('handover').join(' ')).not.toContain('Lejla');
  });

  test('knows what is promised', () => {
    expect(said('introduction', { promises: [kettle] })).toContain(
      `I know what was promised to you: a new kettle, by ${MONDAY}. That stands.`,
    );
  });
});

describe('a promise that comes later (P28)', () => {
  const told = `We said ${MONDAY}, Maria Petrova, and it will be ${TUESDAY}. I am sorry, and I want you to know it now.`;

  test('is told with the old date and the new one, once the delay is on record', () => {
    const promises = [{ ...kettle, movedTo: hoursLater(72), reason: 'The carrier is on strike.' }];
    const lines = said('delay', { promises });
    expect(lines).toContain(told);
    expect(lines.join(' ')).toContain('this is why: The carrier is on strike.');
  });

  test('is worded before it is: the new date is handed in', () => {
    const about = { promise: 1, newDue: hoursLater(72) };
    expect(said('delay', { promises: [kettle] }, about)).toContain(told);
  });

  test('has its new date once they were told', () => {
    const promises = [{ ...kettle, due: hoursLater(72), firstDue: kettle.due, toldAt: HELLO }];
    expect(said('introduction', { promises }).join(' ')).toContain(TUESDAY);
    expect(said('delay', { promises })).toContain(told);
  });

  test('is the one that moved, not the one made last', () => {
    const moved = { ...kettle, movedTo: hoursLater(72) };
    const other = { ...kettle, n: 2, what: 'a letter' };
    expect(said('delay', { promises: [moved, other] }).join(' ')).toContain('a new kettle');
    const about = { promise: 2 };
    expect(said('delay', { promises: [moved, other] }, about).join(' ')).not.toContain('kettle');
  });

  test('is not said to be told before a day that has passed', () => {
    const late = [{ ...kettle, due: hoursLater(-24) }];
    const about = { promise: 1, newDue: hoursLater(72) };
    for (const channel of ['phone', 'email']) {
      const answers = { ...whole.answers, channel };
      const lines = said('delay', { promises: late, answers }, about);
      expect(lines[0]).toMatch(/has passed|as we said/);
      expect(lines.join(' ')).not.toMatch(/before the day comes|know it now/);
      const inTime = said('delay', { promises: [kettle], answers }, about).join(' ');
      expect(inTime).toContain('before the day comes');
      expect(inTime).not.toMatch(/has passed|not .* as we said/);
    }
  });

  test('is never promised for a day that has passed', () => {
    const late = [{ ...kettle, due: hoursLater(-24) }];
    for (const moment of besideQuestions.filter((each) => each !== 'broken')) {
      expect(said(moment, { promises: late }).join(' '), moment).not.toMatch(
        /by Friday 20 November/,
      );
    }
  });

  test('that was broken is named with the date it had, and owned (P14)', () => {
    const promises = [{ ...kettle, state: 'broken' as const, due: hoursLater(-24) }];
    expect(said('broken', { promises })).toContain(
      'We promised you a new kettle by Friday 20 November 2026, 09:03, and we did not keep it. I am sorry, Maria Petrova.',
    );
  });

  test('that was kept is told as done', () => {
    const promises = [{ ...kettle, state: 'kept' as const }];
    expect(said('kept', { promises })).toContain('It is done, Maria Petrova: a new kettle.');
  });
});

describe('a decision that is asked for (P21)', () => {
  test('is named as what it is about, without being promised (P20)', () => {
    expect(said('approval', { approvals: [bigRefund] })).toContain(
      "I would like to refund €80.00, Maria Petrova. It needs my supervisor's yes, and I have asked for it.",
    );
  });

  test('has a moment by which they hear, as long as that lies ahead', () => {
    const open = said('approval', { approvals: [bigRefund], answerDue: hoursLater(4) });
    expect(open.join(' ')).toContain('by today 13:03');
    const late = said('approval', { approvals: [bigRefund], answerDue: hoursLater(-1) });
    expect(late.join(' ')).not.toContain('08:03');
    expect(late.length).toBeGreaterThanOrEqual(2);
  });

  test('is brought by who asked, with who decided', () => {
    const approvals = [{ ...bigRefund, state: 'approved' as const, decidedBy: agentName('Amra') }];
    const lines = said('approved', { approvals }).join(' ');
    expect(lines).toContain('we can refund €80.00');
    expect(lines).toContain('Amra has agreed');
  });

  test('that is a no comes with its reason, and with what can be done instead (P22)', () => {
    const approvals = [
      { ...bigRefund, state: 'declined' as const, decision: 'A repair puts it right.' },
    ];
    const lines = said('declined', { approvals }).join(' ');
    expect(lines).toContain('with its reason: A repair puts it right.');
    expect(lines).toMatch(/We can either .* Which would you prefer/);
  });

  test('why somebody asked for it stays among us', () => {
    for (const moment of besideQuestions) {
      expect(said(moment, { approvals: [bigRefund] }).join(' ')).not.toContain('second kettle');
    }
  });
});

describe('calls and follow-ups', () => {
  test('a call-back says what was agreed, and asks for nothing twice (P9)', () => {
    const lines = said('calling', { contacts: [callAtNoon] }).join(' ');
    expect(lines).toContain('calling about what we agreed: what the carrier says');
    expect(lines).toContain('you need not tell it again');
  });

  test('whoever was not reached hears when we call, and need not chase us (P29)', () => {
    expect(said('not_reached', { contacts: [callAtNoon] }).join(' ')).toContain(
      'once more on Saturday 21 November 2026, 12:03, so there is nothing for you to do',
    );
  });

  test('a reminder names what is missing', () => {
    const wait: Contact = { ...callAtNoon, n: 2, kind: 'wait', reason: 'a photo of the label' };
    const lines = said('reminder', { contacts: [callAtNoon, wait] }).join(' ');
    expect(lines).toContain('one thing is missing before I can go on: a photo of the label');
    expect(lines).not.toContain('carrier');
  });

  test('a follow-up asks whether it is really solved, with what was done (P33)', () => {
    const lines = said('followup_call', { resolution: 'A new kettle was sent.' }).join(' ');
    expect(lines).toContain('This is what we did for you: A new kettle was sent.');
    expect(lines).toContain('really solved');
  });
});

describe('while an action is being filled in', () => {
  const given = (moment: Moment, answers: Given, changes: Partial<ComplaintState> = {}) =>
    linesForAction(
      desk,
      { state: { ...whole, ...changes }, customer: maria, playbook },
      moment,
      voice,
      answers,
    ).join(' ');

  test('nothing has to be there yet', () => {
    for (const moment of besideQuestions) expect(given(moment, {}), moment).not.toBe('');
  });

  test('the words for a delay have the new date and the reason as soon as they are there (P28)', () => {
    const promises = [kettle, { ...kettle, n: 2, what: 'a letter' }];
    const lines = given(
      'delay',
      { promise: '1', by: hoursLater(72), reason: 'The carrier is on strike.' },
      { promises },
    );
    expect(lines).toContain(`We said ${MONDAY}, Maria Petrova, and it will be ${TUESDAY}.`);
    expect(lines).toContain('a new kettle');
    expect(lines).toContain('this is why: The carrier is on strike.');
    expect(lines).not.toContain('a letter');
  });

  test('the words for a request name what is asked for, and not why (P21)', () => {
    const size = { minor: minor(8000), currency: currency('EUR') };
    const lines = given('approval', { remedy: 'refund', amount: size, reason: 'Second kettle.' });
    expect(lines).toContain('I would like to refund €80.00');
    expect(lines).not.toContain('Second kettle');
    expect(given('approval', { remedy: 'refund' })).not.toContain('refund');
  });

  test('what is the agent’s to give is offered at once, and nobody says that they have to ask (P20, P21)', () => {
    const size = { minor: minor(2000), currency: currency('EUR') };
    const lines = given('approval', { remedy: 'refund', amount: size });
    expect(lines).toContain('refund €20.00');
    expect(lines).not.toMatch(/decided|asked|ask for/);
  });

  test('the reason for a no becomes the words for it (P22)', () => {
    expect(given('declined', { reason: 'A repair puts it right.' })).toContain(
      'with its reason: A repair puts it right.',
    );
  });

  test('who is to take over is named before they have (P7)', () => {
    expect(given('handover', { to: 'Lejla', reason: 'speaks Bosnian' })).toContain(
      'Lejla knows more about this than I do',
    );
  });

  test('a call that reached nobody leaves a message with the next time (P9)', () => {
    const lines = given('calling', { outcome: 'not_reached', at: hoursLater(3) });
    expect(lines).toContain('once more on Saturday 21 November 2026, 12:03');
    expect(given('calling', { outcome: 'reached' })).not.toContain('missed you');
  });

  test('a duplicate is told where it goes on, and the close what has changed (P31)', () => {
    expect(given('merged', { into: 1040, reason: 'same kettle' })).toContain('C-1040');
    expect(given('closing', { changed: 'two boxes' })).toContain('changed something: two boxes');
  });
});

describe('the end, and after it', () => {
  test('they are thanked with what has changed because of them (P31, P37)', () => {
    expect(said('closing', { changed: 'Kettles are packed in two boxes.' })).toContain(
      'Thank you, Maria Petrova. Because of you we have changed something: Kettles are packed in two boxes.',
    );
  });

  test('they are given the decision with its reasons, not a supervisor’s note to us', () => {
    const approvals = [{ ...bigRefund, state: 'declined' as const, decision: 'Too much.' }];
    const lines = said('closing', { approvals, decision: 'We repair it: it is two years old.' });
    expect(lines.join(' ')).toContain('and why: We repair it: it is two years old.');
    expect(lines.join(' ')).not.toContain('Too much');
  });

  test('two that became one have one reference', () => {
    expect(said('merged', { mergedInto: complaintId(1040) }).join(' ')).toContain('C-1040');
    expect(said('merged').join(' ')).toContain('C-1042');
  });
});

test('every moment has something to say whatever is known, and never with a hole', () => {
  const bare = { ...desk, business: '', reachUs: '' };
  const nothing: Conversation = { state: stateAfter(), playbook };
  const everything: Conversation = {
    state: {
      ...whole,
      promises: [{ ...kettle, movedTo: hoursLater(72), reason: 'strike' }],
      approvals: [{ ...bigRefund, decidedBy: agentName('Amra'), decision: 'yes' }],
      contacts: [callAtNoon],
      openedBy: agentName('Lejla'),
      owner: agentName('Amra'),
      changed: 'the packing',
      resolution: 'a new kettle',
      decision: 'we repair it',
    },
    customer: maria,
    playbook,
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...besideQuestions),
      fc.constantFrom(nothing, everything),
      fc.constantFrom(desk, bare),
      fc.nat({ max: 5000 }),
      (moment, { state, ...rest }, there, id) => {
        const turned = { ...rest, state: { ...state, id: complaintId(1 + id) } };
        const lines = linesForMoment(there, turned, moment, voice);
        expect(lines.length, moment).toBeGreaterThan(0);
        for (const line of lines) {
          expect(line).not.toMatch(/[{}]|undefined|null|NaN|\s{2}|\s[.,;?!]|^\s|\s$/);
        }
        expect(new Set(lines).size).toBe(lines.length);
      },
    ),
  );
});
