import { refusesPromise } from '../../rules/promises.ts';
import { millis, type Refusal } from '../../rules/values.ts';
import { decidePromise, type PromiseMade, tooEarly } from '../converse.ts';
import { readMoment } from '../read-dates.ts';
import type { PromiseSaid } from './read-record.ts';
import { fault, happen, isTooEarly, type Taking } from './taking.ts';

/** Takes what was promised, by whom, by when, and that this is all (P27, P28). */
export async function takePromises(taking: Taking, said: readonly PromiseSaid[]): Promise<void> {
  for (const [index, promise] of said.entries()) {
    await takePromise(taking, promise, `promises[${index}]`);
  }
  if (tooEarly(taking.conversation, 'promises') === undefined) {
    await happen(taking, { type: 'promises_settled', body: {} });
  }
}

async function takePromise(
  taking: Taking,
  { what = '', who = taking.desk.agent.name, by = '' }: PromiseSaid,
  path: string,
): Promise<void> {
  const { desk, conversation, now } = taking;
  const read = await readMoment(by, 'promises.by', desk, now);
  const due = 'at' in read ? read.at : millis(now + 1);
  const made = { what, who, due };
  const refusals = [...faultsOf(made, now), ...('at' in read ? [] : [read.refusal])];
  for (const refusal of refusals) {
    fault(taking, 'promises', refusal, (refusal.field ?? '').replace('promises', path));
  }
  if (refusals.length > 0) return;
  const decision = decidePromise(conversation, made, now);
  if (isTooEarly(decision)) await happen(taking, { type: 'promised', body: made });
  else if ('happenings' in decision) await happen(taking, ...decision.happenings);
}

/** The rule names the first fault; asked about one part at a time, it names each. */
function faultsOf({ what, who, due }: PromiseMade, now: PromiseMade['due']): readonly Refusal[] {
  const sound: PromiseMade = { what: '-', who: '-', due: millis(now + 1) };
  return [{ what }, { who }, { due }].flatMap(
    (part) => refusesPromise({ ...sound, ...part }, now) ?? [],
  );
}
