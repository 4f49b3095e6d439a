import { labelOfOffer } from '../../../desk/labels.ts';
import type { Approval, Contact, Promised } from '../../../rules/state.ts';
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

/** What is promised and agreed, what is asked for, and what is put before the customer (P21, P28). */
export function promisesRows(source: SectionSource, columns: number): readonly PaneRow[] {
  const { page, voice } = source;
  const { words } = voice;
  const { promises, contacts, approvals, offers } = page.conversation.state;
  const parts = [
    part(source, 'complaint.promises', promises.toSorted(byDue), (promise) =>
      promiseRows(promise, source, columns),
    ),
    part(source, 'complaint.contacts', contacts.toSorted(byMoment), (contact) =>
      contactRows(contact, source, columns),
    ),
    part(source, 'complaint.approvals', approvals, (approval) =>
      approvalRows(approval, source, columns),
    ),
    part(source, 'complaint.offers', offers, (offer) => {
      const label = labelOfOffer(words, page.conversation.playbook, offer);
      const text =
        offer.state === 'put' ? label : words.say(`offer.${offer.state}`, { offer: label });
      return wrappedRows({ text }, columns);
    }),
  ].filter((rows) => rows.length > 0);
  if (parts.length === 0) return [quietRow(words.say('complaint.nothing-promised'))];
  return parts.flatMap((rows, index) => (index === 0 ? rows : [blankRow, ...rows]));
}

const byDue = (one: Promised, other: Promised): number => one.due - other.due;
const byMoment = (one: Contact, other: Contact): number => one.at - other.at;

function part<One extends { readonly state: string }>(
  { voice }: SectionSource,
  heading: Parameters<typeof voice.words.say>[0],
  all: readonly One[],
  rowsOf: (one: One) => readonly PaneRow[],
): readonly PaneRow[] {
  if (all.length === 0) return [];
  // What still wants something comes first; what is over stays to be read.
  const open = all.filter(isOpen);
  const over = all.filter((one) => !isOpen(one));
  return [headingRow(voice.words.say(heading)), ...[...open, ...over].flatMap(rowsOf)];
}

const isOpen = ({ state }: { readonly state: string }): boolean =>
  state === 'open' || state === 'due' || state === 'chosen';

function promiseRows(
  { n, what, who, due, state, movedTo, toldAt, settledAt, reason }: Promised,
  { voice: { words, spoken }, now }: SectionSource,
  columns: number,
): readonly PaneRow[] {
  const open = state === 'open';
  const line = words.say('promise.line', { what, who, moment: spoken.moment(due, now) });
  const late = open && due < now;
  const told = [
    open
      ? spoken.left(due, now)
      : words.say('complaint.since', {
          state: words.say(`cli.promise.${state}`),
          moment: spoken.moment(settledAt ?? due, now),
        }),
    open && movedTo !== undefined
      ? words.say('complaint.moved-untold', { moment: spoken.moment(movedTo, now) })
      : '',
    open && toldAt !== undefined
      ? words.say('complaint.told', { moment: spoken.moment(toldAt, now) })
      : '',
    reason ?? '',
  ];
  return wrappedRows(
    {
      text: inOneLine([line, ...told]),
      style: late ? theme.late : open ? theme.plain : theme.quiet,
      entry: { kind: 'promise', n },
    },
    columns,
  );
}

function contactRows(
  { n, kind, at, reason, reach, state, outcome, note, satisfied, score }: Contact,
  { voice: { words, spoken }, now }: SectionSource,
  columns: number,
): readonly PaneRow[] {
  const open = state === 'due';
  const parts = [
    words.say(`cli.contact.${kind}`),
    spoken.moment(at, now),
    open ? spoken.left(at, now) : words.say(`cli.contact-state.${state}`),
    reason,
    reach ?? '',
    outcome === undefined ? '' : words.say(`choice.contact_outcome.${outcome}`),
    satisfied === undefined
      ? ''
      : words.say(satisfied ? 'complaint.satisfied' : 'complaint.unsatisfied'),
    score === undefined ? '' : words.say('complaint.score', { score }),
    note ?? '',
  ];
  return wrappedRows(
    {
      text: inOneLine(parts),
      style: open && at < now ? theme.late : open ? theme.plain : theme.quiet,
      entry: { kind: 'contact', n },
    },
    columns,
  );
}

function approvalRows(
  approval: Approval,
  { page, voice: { words, spoken }, now }: SectionSource,
  columns: number,
): readonly PaneRow[] {
  const { n, reason, askedBy, askedAt, state, decidedBy, decision } = approval;
  const remedy = labelOfOffer(words, page.conversation.playbook, approval);
  const parts = [
    words.say('complaint.asked', { remedy, who: askedBy, moment: spoken.moment(askedAt, now) }),
    reason,
    words.say(`complaint.approval.${state}`, { who: decidedBy ?? '' }),
    decision ?? '',
  ];
  return wrappedRows(
    {
      text: inOneLine(parts),
      style: state === 'open' ? theme.plain : theme.quiet,
      entry: { kind: 'approval', n },
    },
    columns,
  );
}
