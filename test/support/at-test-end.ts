/**
 * Runs a task when the current test has ended, passed or failed. Outside a test (a script that
 * borrows a terminal to take a picture) it does nothing: there the caller closes what it opened.
 */
type AtTestEnd = (task: () => void | Promise<void>) => void;

const { VITEST: inTests } = process.env;
const vitest = inTests === undefined ? undefined : await import('vitest');

export const atTestEnd: AtTestEnd = (task) => {
  vitest?.onTestFinished(task);
};
