import * as v from 'valibot';
import { type BestMeasure, bestMeasures, isSpeedAlone } from '../rules/figures/recognition.ts';
import { faults, outcomes } from '../rules/steps.ts';
import {
  anyList,
  causeId,
  currencyCode,
  date,
  days,
  fields,
  hours,
  id,
  interval,
  list,
  oneOf,
  percent,
  sum,
  text,
  told,
  word,
  yesOrNo,
} from './field-schema.ts';
import { moments } from './script-words.ts';

/** By what a month's best is found (P42): never by speed alone (P26). */
const bestBy = v.pipe(
  list(oneOf(Object.keys(bestMeasures) as BestMeasure[])),
  v.check((measures) => !isSpeedAlone(measures), told('speed_alone')),
);

const choiceFields = {
  id,
  label: text(80),
  hint: v.exactOptional(text(160)),
  usual: v.exactOptional(yesOrNo),
};
const choice = fields(choiceFields);

const remedy = fields({
  id,
  label: text(80),
  wish: v.exactOptional(text(80)),
  measure: oneOf(['amount', 'percent', 'none']),
  usualAmount: v.exactOptional(sum),
  usualPercent: v.exactOptional(percent),
  cost: v.exactOptional(sum),
  say: text(240),
  conditions: v.exactOptional(text(400)),
  fitsWishes: v.optional(anyList(id), []),
  fitsCauses: v.optional(anyList(causeId), []),
});

const limitFields = v.pipe(
  fields({
    amount: v.exactOptional(sum),
    percent: v.exactOptional(percent),
    // All that one customer gets within so many days; neither says anything without the other.
    sum: v.exactOptional(sum),
    days: v.exactOptional(days),
  }),
  // Braces with nothing in them would be no limit at all; that is written `within`, on purpose.
  v.check((limit) => Object.keys(limit).length > 0, told('empty')),
);
const limitWord = oneOf(['within', 'ask']);
const limit = v.lazy<typeof limitFields | typeof limitWord>((input) =>
  typeof input === 'object' && input !== null ? limitFields : limitWord,
);

const authority = fields({
  limit,
  remedies: v.optional(v.record(v.string(), limit, told('not_fields')), {}),
});

const targetRule = fields({
  when: v.pipe(
    fields({
      severity: v.exactOptional(list(id)),
      channel: v.exactOptional(list(id)),
      keyCustomer: v.exactOptional(yesOrNo),
    }),
    v.check((when) => Object.keys(when).length > 0, told('empty')),
  ),
  pickUp: v.exactOptional(hours),
  acknowledge: v.exactOptional(hours),
  answer: v.exactOptional(hours),
  resolve: v.exactOptional(hours),
});

const openTimes = list(interval);
const closed = word('closed', 'not_day_hours');
const dayHours = v.lazy<typeof openTimes | typeof closed>((input) =>
  Array.isArray(input) ? openTimes : closed,
);
/** Monday first, as the week of a playbook's hours has it. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];
const week = fields(
  Object.fromEntries(weekdays.map((day) => [day, dayHours])) as Record<Weekday, typeof dayHours>,
);
const aroundTheClock = word('around the clock', 'not_week');

const line = fields({
  say: text(240),
  when: v.optional(
    fields({
      fault: v.exactOptional(list(oneOf(faults))),
      channel: v.exactOptional(list(id)),
      severity: v.exactOptional(list(id)),
      cause: v.exactOptional(list(id)),
      wish: v.exactOptional(list(id)),
      outcome: v.exactOptional(list(oneOf(outcomes))),
      returning: v.exactOptional(yesOrNo),
      partOfDay: v.exactOptional(list(oneOf(['morning', 'afternoon', 'evening']))),
      promise: v.exactOptional(list(oneOf(['ahead', 'past']))),
    }),
    {},
  ),
});

const spelling = v.pipe(
  text(80),
  v.check(
    (words) => words.split(/\s+/).every((word) => /^[^*]+\*?$/.test(word)),
    told('bad_match'),
  ),
);

/** What each file of a playbook must look like, by the file's name without its ending. */
export const schemas = {
  playbook: fields({
    name: id,
    title: text(80),
    currency: currencyCode,
    targets: fields({
      pickUp: v.exactOptional(hours),
      acknowledge: v.exactOptional(hours),
      answer: hours,
      aim: hours,
      resolve: v.exactOptional(hours),
      followUp: hours,
      answerBySeverity: v.optional(v.record(v.string(), hours, told('not_fields')), {}),
      rules: v.optional(anyList(targetRule), []),
    }),
    policy: v.optional(
      fields({ reopenByAnother: v.optional(yesOrNo, false), bestBy: v.exactOptional(bestBy) }),
      {},
    ),
  }),
  hours: fields({
    hours: v.lazy<typeof week | typeof aroundTheClock>((input) =>
      typeof input === 'object' && input !== null ? week : aroundTheClock,
    ),
    holidays: v.optional(
      anyList(fields({ day: date, label: text(80), open: v.exactOptional(openTimes) })),
      [],
    ),
  }),
  channels: fields({ channels: list(choice) }),
  products: fields({ products: list(choice) }),
  causes: fields({ causes: list(fields({ ...choiceFields, causes: list(choice) })) }),
  severities: fields({ severities: list(choice) }),
  remedies: fields({ remedies: list(remedy) }),
  authority: fields({
    authority: fields({ agent: authority, supervisor: authority, owner: authority }),
  }),
  lines: fields({
    lines: fields(
      Object.fromEntries(moments.map((moment) => [moment, v.exactOptional(list(line))])),
    ),
  }),
  phrases: fields({
    phrases: list(fields({ id, match: list(spelling), because: text(120), better: text(240) })),
  }),
};

/** The name of a file of a playbook, without its ending. */
export type FileKind = keyof typeof schemas;

/** What a checked file holds, by its kind. */
export type FileContents = { readonly [Kind in FileKind]: v.InferOutput<(typeof schemas)[Kind]> };
