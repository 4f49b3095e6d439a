import { labelOfChoice } from '../../../desk/labels.ts';
import { moneyText } from '../../../language/money-text.ts';
import { remedyOf } from '../../../rules/offers.ts';
import { refOf } from '../../../rules/values.ts';
import { theme } from '../../kit/theme.ts';
import {
  blankRow,
  headingRow,
  inOneLine,
  type PaneRow,
  quietRow,
  wrappedRows,
} from '../pane-row.ts';
import type { SectionSource } from './section-rows.ts';

/** Who it is and what was before: facts, promises, complaints, remedies, satisfaction (P2, P8, P39). */
export function customerRows(source: SectionSource, columns: number): readonly PaneRow[] {
  const { customer } = source.page.conversation;
  if (customer === undefined) {
    return [quietRow(source.voice.words.say('conversation.nobody'))];
  }
  const parts = [
    factRows(source, columns),
    promiseRows(source, columns),
    earlierRows(source, columns),
    givenRows(source, columns),
    satisfactionRows(source, columns),
  ].filter((rows) => rows.length > 0);
  return parts.flatMap((rows, index) => (index === 0 ? rows : [blankRow, ...rows]));
}

const FACTS = 18;

function factRows({ page, voice }: SectionSource, columns: number): readonly PaneRow[] {
  const { words } = voice;
  const { customer, playbook } = page.conversation;
  if (customer === undefined) return [];
  const { language, key, standing } = customer;
  const rows = (['phone', 'email', 'account', 'address'] as const).flatMap((fact) => {
    const text = customer[fact];
    return text === undefined
      ? []
      : wrappedRows({ label: words.say(`form.${fact}`), labelWidth: FACTS, text }, columns);
  });
  const spoken =
    language === undefined
      ? []
      : wrappedRows(
          {
            label: words.say('question.language'),
            labelWidth: FACTS,
            text: labelOfChoice(words, playbook, 'language', language),
          },
          columns,
        );
  const marks = inOneLine([
    key === true && words.say('complaint.key-customer'),
    standing && words.say(`complaint.standing.${standing}`),
  ]);
  return [
    headingRow(customer.name),
    ...(marks === '' ? [] : wrappedRows({ text: marks }, columns)),
    ...rows,
    ...spoken,
  ];
}

function promiseRows(
  { page, voice: { words, spoken }, now }: SectionSource,
  columns: number,
): readonly PaneRow[] {
  const promises = page.customer?.history.promises ?? [];
  if (promises.length === 0) return [];
  return [
    headingRow(words.say('complaint.customer.promises')),
    ...promises.flatMap(({ what, due, complaint }) =>
      wrappedRows(
        {
          label: refOf(complaint),
          labelWidth: 10,
          text: words.say('known.promised', { what, moment: spoken.moment(due, now) }),
          style: due < now ? theme.late : theme.plain,
          entry: { kind: 'complaint', id: complaint, part: 'promises' },
        },
        columns,
      ),
    ),
  ];
}

function earlierRows({ page, voice, now }: SectionSource, columns: number): readonly PaneRow[] {
  const { words, spoken } = voice;
  const { playbook } = page.conversation;
  const earlier = page.customer?.history.earlier ?? [];
  if (earlier.length === 0) return [quietRow(words.say('complaint.customer.first'))];
  return [
    headingRow(words.say('complaint.customer.earlier')),
    ...earlier.flatMap(({ id, openedAt, stage, product, cause }) => {
      const parts = [
        spoken.day(openedAt, now),
        product && labelOfChoice(words, playbook, 'product', product),
        cause && labelOfChoice(words, playbook, 'cause', cause),
        words.has(`stage.${stage}`) ? words.say(`stage.${stage}` as 'stage.open') : stage,
      ];
      const text = inOneLine(parts);
      return wrappedRows(
        {
          label: refOf(id),
          labelWidth: 10,
          text,
          entry: { kind: 'complaint', id, part: 'earlier' },
        },
        columns,
      );
    }),
  ];
}

function givenRows({ page, voice, now }: SectionSource, columns: number): readonly PaneRow[] {
  const { words, spoken } = voice;
  const given = page.customer?.given ?? [];
  if (given.length === 0) return [];
  const sums = new Map<string, number>();
  for (const { cost } of given) {
    if (cost !== undefined) sums.set(cost.currency, (sums.get(cost.currency) ?? 0) + cost.minor);
  }
  const sum = [...sums].map(([code, minor]) => moneyText(minor, code, words.language)).join(', ');
  return [
    headingRow(
      sum === ''
        ? words.say('complaint.customer.given')
        : words.say('complaint.customer.given-sum', { sum }),
    ),
    ...given.toReversed().flatMap(({ complaint, remedy, cost, at }) => {
      const label = remedyOf(page.conversation.playbook, remedy)?.label ?? remedy;
      const price = cost === undefined ? '' : moneyText(cost.minor, cost.currency, words.language);
      const text = inOneLine([label, price, spoken.day(at, now)]);
      return wrappedRows({ label: refOf(complaint), labelWidth: 10, text }, columns);
    }),
  ];
}

function satisfactionRows(
  { page, voice: { words, spoken }, now }: SectionSource,
  columns: number,
): readonly PaneRow[] {
  const said = page.customer?.satisfaction ?? [];
  if (said.length === 0) return [];
  return [
    headingRow(words.say('complaint.customer.satisfaction')),
    ...said.flatMap(({ complaint, at, satisfied, score }) => {
      const parts = [
        words.say(satisfied ? 'complaint.satisfied' : 'complaint.unsatisfied'),
        score === undefined ? '' : words.say('complaint.score', { score }),
        spoken.day(at, now),
      ];
      const text = inOneLine(parts);
      return wrappedRows({ label: refOf(complaint), labelWidth: 10, text }, columns);
    }),
  ];
}
