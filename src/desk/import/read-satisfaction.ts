import type { ComplaintState, Contact } from '../../rules/state.ts';
import { RowRefused } from './row-problem.ts';
import type { RowValues } from './row-values.ts';

type Times = Pick<ComplaintState, 'openedAt' | 'finishedAt' | 'closedAt'>;

/**
 * What a customer said of how it was handled is what a follow-up finds out (P33, P35): one that was
 * made already, elsewhere.
 * @returns the contacts, with that one where the row tells of it. @throws RowRefused
 */
export function saidAfterwards(
  values: RowValues,
  contacts: readonly Contact[],
  { openedAt, finishedAt, closedAt }: Times,
): readonly Contact[] {
  const satisfied = values.yesNo('satisfied');
  const score = values.whole('score');
  const note = values.text('satisfaction_comment');
  if (score !== undefined && (score < 1 || score > 10)) {
    throw new RowRefused('not-a-score', { text: String(score) }, 'score');
  }
  if (satisfied === undefined && score === undefined && note === undefined) return contacts;
  const at = values.time('satisfaction_at') ?? closedAt ?? finishedAt ?? openedAt;
  const said: Contact = {
    n: (contacts.at(-1)?.n ?? 0) + 1,
    kind: 'followup',
    at,
    reason: '',
    state: 'done',
    outcome: 'reached',
    doneAt: at,
    ...(note === undefined ? {} : { note }),
    ...(satisfied === undefined ? {} : { satisfied }),
    ...(score === undefined ? {} : { score }),
  };
  return [...contacts, said];
}
