import type { Messages } from '../language/messages.ts';
import { type SafeText, safeLine } from '../terminal/safe-text.ts';
import { storeFaultOf } from './store-fault.ts';

/**
 * Says in one line why the record could not be read or written, and what to do: `fault.store.<code>`.
 * @param error whatever was thrown; what is not a StoreError is a mistake of ours and says so
 */
export function faultText(words: Messages, error: unknown): SafeText {
  const message = error instanceof Error ? error.message : String(error);
  const fault = storeFaultOf(error);
  if (fault === undefined) return safeLine(words.say('fault.ours', { message }));
  const key = `fault.store.${fault.code}`;
  return safeLine(words.has(key) ? words.say(key) : words.say('fault.store', { message }));
}
