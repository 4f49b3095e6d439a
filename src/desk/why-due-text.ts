import type { MessageKey } from '../language/messages.ts';
import type { TargetSource } from '../rules/clocks.ts';
import type { Playbook } from '../rules/playbook.ts';
import type { Millis } from '../rules/values.ts';
import { labelOfChoice } from './labels.ts';
import type { Voice } from './saying.ts';
import type { StoryLine, WhyDue } from './why-due.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What a clock's story is told with. */
export interface Storyteller {
  readonly voice: Voice;
  /** For its words. */
  readonly playbook: Playbook;
  readonly now: number;
}

/**
 * Tells why a clock is due when it is, so that it can be read aloud: each line one stretch, with the sum
 * up to there. Whole minutes are said, and what is said adds up.
 * @returns text as it was given: whoever prints it makes it safe
 */
export function whyDueText(why: WhyDue, teller: Storyteller): readonly string[] {
  const say = sayer(teller);
  let sum = 0;
  const lines = why.lines.flatMap((line) => {
    const before = sum;
    if ('soFar' in line) sum = inMinutes(line.soFar);
    // What took no minute is not worth a line.
    if ('soFar' in line && sum === before) return [];
    return lineText(line, why, teller, { counted: say.span(sum - before), sum: say.span(sum) });
  });
  return [...lines, ...endText(why, teller)];
}

/** What is counted in a line and up to it, as it is said. */
interface Sums {
  readonly counted: string;
  readonly sum: string;
}

function lineText(line: StoryLine, { clock }: WhyDue, teller: Storyteller, sums: Sums): string {
  const { words, spoken } = teller.voice;
  const say = sayer(teller);
  const stretch = ({ from, to }: { readonly from: Millis; readonly to: Millis }) => ({
    from: say.moment(from),
    to: say.moment(to),
  });
  switch (line.kind) {
    case 'target':
      return clock.kind === 'followup'
        ? words.say('why-due.target.date', { target: say.span(inMinutes(line.span)) })
        : words.say('why-due.target', {
            target: say.span(inMinutes(line.span)),
            because: sourceText(line.because, teller),
            aim: say.span(inMinutes(line.aim)),
          });
    case 'started':
      return words.say(`why-due.started.${line.because}`, { moment: spoken.fullMoment(line.at) });
    case 'before':
      return words.say('why-due.before', { moment: say.moment(line.until), ...sums });
    case 'elapsed':
      return words.say('why-due.elapsed', { ...stretch(line), ...sums });
    case 'day': {
      const times = line.open.map((open) => say.times(open)).join(', ');
      const [first] = line.open;
      const day = first === undefined ? line.day : say.day(first.from);
      return words.say('why-due.day', { day, times, ...sums });
    }
    case 'week':
      // The last moment is already the next day's where a day ends at midnight.
      return words.say('why-due.week', {
        from: say.day(line.from),
        to: say.day((line.to - 1) as Millis),
        ...sums,
      });
    case 'closed':
      return words.say('why-due.closed', stretch(line));
    case 'holiday':
      return words.say('why-due.holiday', { day: say.noon(line.day), label: line.label });
    case 'paused':
      return pauseText(line, teller);
    case 'retargeted':
      return clock.kind === 'followup'
        ? words.say('why-due.moved', { moment: say.moment(line.at) })
        : words.say('why-due.retargeted', {
            moment: say.moment(line.at),
            target: say.span(inMinutes(line.span)),
            before: say.span(inMinutes(line.before)),
            because: sourceText(line.because, teller),
          });
    case 'recounted':
      return words.say('why-due.recounted', { moment: say.moment(line.at) });
    case 'stopped': {
      const key = `why-due.stopped.${line.because}`;
      const because = words.say(words.has(key) ? key : 'why-due.stopped.other');
      return words.say('why-due.stopped', { moment: say.moment(line.at), because });
    }
  }
}

function pauseText(line: StoryLine & { readonly kind: 'paused' }, teller: Storyteller): string {
  const { words } = teller.voice;
  const say = sayer(teller);
  const text =
    line.to === undefined
      ? words.say('why-due.paused-still', { from: say.moment(line.from) })
      : words.say('why-due.paused', { from: say.moment(line.from), to: say.moment(line.to) });
  return line.reason === ''
    ? text
    : words.say('why-due.with-reason', { text, reason: line.reason });
}

/** What follows from the sum: what is left and when that is used up, or how it came out. */
function endText(why: WhyDue, teller: Storyteller): readonly string[] {
  const { clock, state, warning } = why;
  const { words, spoken } = teller.voice;
  const say = sayer(teller);
  const left = inMinutes(clock.target) - inMinutes(why.counted);
  const values = {
    counted: say.span(inMinutes(why.counted)),
    target: say.span(inMinutes(clock.target)),
    left: say.span(Math.max(0, left)),
    over: say.span(Math.max(0, -left)),
    moment: spoken.fullMoment(clock.due),
  };
  if (state === 'stopped')
    return [words.say(why.left < 0 ? 'why-due.missed' : 'why-due.met', values)];
  if (state === 'paused') {
    return [words.say(why.left < 0 ? 'why-due.rests-late' : 'why-due.rests', values)];
  }
  if (warning === 'late') return [words.say(left < 0 ? 'why-due.late' : 'why-due.used-up', values)];
  const aims = clock.aim < clock.due && clock.aim > teller.now;
  return [
    words.say('why-due.left', values),
    ...(aims ? [words.say('why-due.aim', { moment: spoken.fullMoment(clock.aim) })] : []),
  ];
}

/** Says what decided how much time there is. */
function sourceText(
  because: TargetSource | undefined,
  { voice: { words }, playbook }: Storyteller,
) {
  if (because === undefined) return words.say('why-due.because.then');
  if (because.by === 'usual') return words.say('why-due.because.usual');
  const label = (question: 'severity' | 'channel') => (id: string) =>
    labelOfChoice(words, playbook, question, id);
  if (because.by === 'severity') {
    return words.say('why-due.because.severity', { severity: label('severity')(because.severity) });
  }
  const { severity = [], channel = [], keyCustomer } = because.rule.when;
  const customers: readonly MessageKey[] =
    keyCustomer === undefined
      ? []
      : [keyCustomer ? 'why-due.key-customers' : 'why-due.other-customers'];
  const kinds = [
    ...severity.map(label('severity')),
    ...channel.map(label('channel')),
    ...customers.map((key) => words.say(key)),
  ];
  return words.say('why-due.because.rule', { kinds: kinds.join(', ') });
}

const inMinutes = (span: number): number => Math.floor(span / MINUTE);

/** How times are said here: by their date, since "today" is another day for whoever reads it later. */
function sayer({ voice: { words, spoken }, now }: Storyteller) {
  const day = (at: Millis): string =>
    // Near to now a day has a name of its own, so it is looked at from farther on.
    spoken.day(at, Math.abs(at - now) < 3 * DAY ? now + 5 * DAY : now);
  const time = ({ from, to }: { readonly from: Millis; readonly to: Millis }): string => {
    const end = spoken.clock(to);
    return `${spoken.clock(from)}-${end === '00:00' ? '24:00' : end}`;
  };
  return {
    day,
    /** The name of a calendar date, told by a moment in the middle of it. */
    noon: (date: string): string => day((Date.parse(`${date}T00:00:00Z`) + DAY / 2) as Millis),
    moment: (at: Millis): string =>
      words.say('time.moment', { day: day(at), time: spoken.clock(at) }),
    times: time,
    /** Hours and minutes, however many: days would be of the calendar, and these are not. */
    span(minutes: number): string {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      if (hours === 0) return words.say('span.minutes', { minutes: rest });
      if (rest === 0) return words.say('span.hours', { hours });
      return words.say('span.hours-minutes', { hours, minutes: String(rest).padStart(2, '0') });
    },
  };
}
