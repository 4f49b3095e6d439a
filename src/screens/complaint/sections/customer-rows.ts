import {
  earlierText,
  givenRemedyText,
  givenSumText,
  inOneLine,
  satisfactionText,
} from '../../../desk/complaint-text.ts';
import { labelOfChoice } from '../../../desk/labels.ts';
import { type ComplaintId, refOf } from '../../../rules/values.ts';
import { theme } from '../../kit/theme.ts';
import { blankRow, headingRow, type PaneRow, quietRow, wrappedRows } from '../pane-row.ts';
import { type SectionSource, tellerOf } from './section-source.ts';

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
const REFERENCE = 10;

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
          labelWidth: REFERENCE,
          text: words.say('known.promised', { what, moment: spoken.moment(due, now) }),
          style: due < now ? theme.late : theme.plain,
          entry: { kind: 'complaint', id: complaint, part: 'promises' },
        },
        columns,
      ),
    ),
  ];
}

function earlierRows(source: SectionSource, columns: number): readonly PaneRow[] {
  const { words } = source.voice;
  const earlier = source.page.customer?.history.earlier ?? [];
  if (earlier.length === 0) return [quietRow(words.say('complaint.customer.first'))];
  const teller = tellerOf(source);
  return [
    headingRow(words.say('complaint.customer.earlier')),
    ...earlier.flatMap((one) =>
      wrappedRows(
        {
          label: refOf(one.id),
          labelWidth: REFERENCE,
          text: earlierText(one, teller),
          entry: { kind: 'complaint', id: one.id, part: 'earlier' },
        },
        columns,
      ),
    ),
  ];
}

function givenRows(source: SectionSource, columns: number): readonly PaneRow[] {
  const { words } = source.voice;
  const given = source.page.customer?.given ?? [];
  if (given.length === 0) return [];
  const teller = tellerOf(source);
  const sum = givenSumText(given, teller);
  return [
    headingRow(
      sum === ''
        ? words.say('complaint.customer.given')
        : words.say('complaint.customer.given-sum', { sum }),
    ),
    ...given
      .toReversed()
      .flatMap((one) => aboutRows(one.complaint, givenRemedyText(one, teller), columns)),
  ];
}

function satisfactionRows(source: SectionSource, columns: number): readonly PaneRow[] {
  const said = source.page.customer?.satisfaction ?? [];
  if (said.length === 0) return [];
  const teller = tellerOf(source);
  return [
    headingRow(source.voice.words.say('complaint.customer.satisfaction')),
    ...said.flatMap((one) => aboutRows(one.complaint, satisfactionText(one, teller), columns)),
  ];
}

const aboutRows = (complaint: ComplaintId, text: string, columns: number): readonly PaneRow[] =>
  wrappedRows({ label: refOf(complaint), labelWidth: REFERENCE, text }, columns);
