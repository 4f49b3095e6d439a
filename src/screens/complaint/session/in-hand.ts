import type { Action, Given } from '../../../desk/actions/action.ts';
import type { ActionName } from '../../../desk/actions/names.ts';
import type { ComplaintState } from '../../../rules/state.ts';
import type { PaneEntry } from '../pane-row.ts';

/** @returns what is known of an action from what is in hand: which promise, which request. */
export function presetBy(entry: PaneEntry | undefined, { asks }: Action): Given {
  if (entry === undefined || entry.kind === 'complaint' || entry.kind === 'event') return {};
  return asks.some(({ name }) => name === entry.kind) ? { [entry.kind]: String(entry.n) } : {};
}

/** @returns what wants doing about what is in hand; undefined when nothing does. */
export function stepFor(
  entry: PaneEntry | undefined,
  { promises, contacts, approvals }: ComplaintState,
): ActionName | undefined {
  switch (entry?.kind) {
    case 'promise': {
      const promise = promises.find(({ n }) => n === entry.n);
      if (promise?.state !== 'open') return undefined;
      return promise.movedTo === undefined ? 'promise-keep' : 'promise-told';
    }
    case 'approval': {
      const open = approvals.some(({ n, state }) => n === entry.n && state === 'open');
      return open ? 'approve' : undefined;
    }
    case 'contact': {
      const contact = contacts.find(({ n }) => n === entry.n);
      return contact?.state === 'due' ? cameOf[contact.kind] : undefined;
    }
    default:
      return undefined;
  }
}

const cameOf = { callback: 'called', followup: 'followup', wait: 'heard' } as const;
