import { emptyScript, type Figure, launcher, ratio, timeCommand } from './measure.ts';

const ROUNDS = 25;

/** What the morning round costs a script, against an empty Node script. */
export function today(million: string): readonly Figure[] {
  const env = { AMENDS_DB: million };
  const against = (...args: readonly string[]): number =>
    ratio(
      () => timeCommand([process.execPath, launcher, ...args], env),
      () => timeCommand(emptyScript),
      ROUNDS,
    );
  return [
    {
      what: 'amends today --json, 1,000,000 complaints',
      reference: 'an empty Node script',
      value: against('today', '--json'),
      unit: 'x',
      atMost: 3,
    },
  ];
}
