/** How a command ends, as scripts see it: a part of the contract, so a number never changes. */
export const exitCodes = {
  /** Done; an empty list is done. */
  done: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  /** A rule says no. */
  refused: 4,
  /** Another process keeps the record locked. */
  busy: 5,
  /** Ctrl+C, as shells count it: 128 and the signal's number. */
  cancelled: 130,
} as const;

export type ExitName = keyof typeof exitCodes;
export type ExitCode = (typeof exitCodes)[ExitName];
