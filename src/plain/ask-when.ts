import { answer } from '../desk/converse.ts';
import { dayText } from '../language/day-text.ts';
import type { Answered } from '../rules/events.ts';
import type { Question } from '../rules/questions.ts';
import type { Day, Millis } from '../rules/values.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { askDate, readDayTyped, readMomentTyped } from './ask-date.ts';
import { entries } from './numbered.ts';
import { acting, moving, type Reply, same } from './reply.ts';
import type { Talk } from './talk.ts';

/** Asks when it happened: a day that has been, in the words people use. */
export async function askDay(talk: Talk, question: Question): Promise<Reply> {
  const recorded = talk.conversation.state.answers.happened;
  if (recorded !== undefined) {
    talk.tell('plain.recorded', { text: dayText(recorded, talk.voice.words.language) });
  }
  const prompt = promptOf(
    talk,
    question,
    talk.say('when.past'),
    talk.say(recorded === undefined ? 'entry.pass' : 'plain.entry.keep'),
  );
  const given = await askDate<Day>(talk, prompt, (text) => readDayTyped(talk, text));
  if (given.kind === 'moving') return moving(given.command);
  if (given.kind === 'enter' && recorded !== undefined) return same;
  return answering({
    question: 'happened',
    value: given.kind === 'date' ? given.date : null,
  });
}

/** Asks when we get in touch again; what is usual is a moment that Enter takes (P33, P34). */
export async function askFollowUp(talk: Talk, question: Question): Promise<Reply> {
  const recorded = talk.conversation.state.answers.followup;
  const offered = recorded ?? (await proposed(talk));
  const text = talk.voice.spoken.fullMoment(offered);
  talk.tell(recorded === undefined ? 'plain.usual' : 'plain.recorded', { text });
  const prompt = promptOf(
    talk,
    question,
    talk.say('when.ahead'),
    talk.say(recorded === undefined ? 'plain.entry.draft' : 'plain.entry.keep'),
    talk.say('plain.entry.none'),
  );
  const given = await askDate<Millis>(
    talk,
    prompt,
    (typed) => readMomentTyped(talk, typed, 'followup'),
    ['none'],
  );
  switch (given.kind) {
    case 'moving':
      return moving(given.command);
    case 'none':
      return answering({ question: 'followup', value: null });
    case 'date':
      return answering({ question: 'followup', value: given.date });
    case 'enter':
      if (recorded !== undefined) return same;
      return answering({ question: 'followup', value: offered });
  }
}

const answering = (given: Answered): Reply => acting((desk, before) => answer(desk, before, given));

function promptOf(talk: Talk, { name }: Question, ...parts: readonly SafeText[]) {
  return talk.say('plain.when', {
    label: talk.say(`question.${name}`),
    entries: entries(...parts, talk.say('plain.entry.choose')),
  });
}

/** The calendar is loaded only now. */
async function proposed({ conversation, desk }: Talk): Promise<Millis> {
  const { proposedFollowUp } = await import('../desk/follow-up.ts');
  return proposedFollowUp(conversation.playbook.targets, desk.zone, desk.now());
}
