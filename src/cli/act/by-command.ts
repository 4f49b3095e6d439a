import type { HowTo } from '../../desk/refusal-text.ts';

/** What would allow what was refused, as it is typed in a shell. */
export const byCommand: HowTo = {
  command: (way, reference) =>
    ['amends', way, reference, way === 'callback' ? '--at WHEN' : ''].filter(Boolean).join(' '),
};
