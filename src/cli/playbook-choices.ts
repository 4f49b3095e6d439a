import type { Choice, Playbook } from '../rules/playbook.ts';

/** What of a complaint the playbook has a list of. */
export const playbookChoices = {
  channel: ({ channels }) => channels,
  product: ({ products }) => products,
  severity: ({ severities }) => severities,
  remedy: ({ remedies }) => remedies,
  cause: ({ causes }) =>
    causes.flatMap((group) => [
      group,
      ...group.causes.map(({ id, label }) => ({ id: `${group.id}/${id}`, label })),
    ]),
} as const satisfies Readonly<Record<string, (playbook: Playbook) => readonly Choice[]>>;
