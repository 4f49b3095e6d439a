import { approvalText, contactText, promiseText } from '../../../desk/complaint-text.ts';
import { labelOfOffer } from '../../../desk/labels.ts';
import type { Approval, Contact, Promised } from '../../../rules/state.ts';
import { type Style, theme } from '../../kit/theme.ts';
import { blankRow, headingRow, type PaneRow, quietRow, wrappedRows } from '../pane-row.ts';
import { type SectionSource, tellerOf } from './section-source.ts';

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
  promise: Promised,
  source: SectionSource,
  columns: number,
): readonly PaneRow[] {
  const { n, due, state } = promise;
  return wrappedRows(
    {
      text: promiseText(promise, tellerOf(source)),
      style: styleOf(state === 'open', due < source.now),
      entry: { kind: 'promise', n },
    },
    columns,
  );
}

function contactRows(contact: Contact, source: SectionSource, columns: number): readonly PaneRow[] {
  const { n, at, state } = contact;
  return wrappedRows(
    {
      text: contactText(contact, tellerOf(source)),
      style: styleOf(state === 'due', at < source.now),
      entry: { kind: 'contact', n },
    },
    columns,
  );
}

function approvalRows(
  approval: Approval,
  source: SectionSource,
  columns: number,
): readonly PaneRow[] {
  const { n, state } = approval;
  return wrappedRows(
    {
      text: approvalText(approval, tellerOf(source)),
      style: styleOf(state === 'open', false),
      entry: { kind: 'approval', n },
    },
    columns,
  );
}

/** What is open and late stands out, what is over stands behind. */
const styleOf = (open: boolean, late: boolean): Style =>
  open ? (late ? theme.late : theme.plain) : theme.quiet;
