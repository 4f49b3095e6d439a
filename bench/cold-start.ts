import { emptyScript, type Figure, launcher, ratio, timeCommand } from './measure.ts';

const ROUNDS = 25;

/** What commands for scripts cost before they do anything, against an empty Node script. */
export function coldStart(million: string): readonly Figure[] {
  const env = { AMENDS_DB: million };
  const against = (...args: readonly string[]): number =>
    ratio(
      () => timeCommand([process.execPath, launcher, ...args], env),
      () => timeCommand(emptyScript),
      ROUNDS,
    );
  return [
    {
      what: 'amends --version',
      reference: 'an empty Node script',
      value: against('--version'),
      unit: 'x',
      atMost: 1.6,
    },
    {
      what: 'amends list --json --limit 20, 1,000,000 complaints',
      reference: 'an empty Node script',
      value: against('list', '--json', '--limit', '20'),
      unit: 'x',
      atMost: 2.2,
    },
  ];
}
