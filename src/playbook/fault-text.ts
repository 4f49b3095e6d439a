import type { Messages } from '../language/messages.ts';
import type { PlaybookFault } from './playbook-fault.ts';

/**
 * Says a fault in one line: `remedies.yaml:14: remedies[2].measure must be one of amount, percent,
 * none (it is "sum")`. What was found in a file stands in it as it was written: make the text safe
 * before printing it.
 */
export function faultText(fault: PlaybookFault, messages: Messages): string {
  const { file, line, field = '', code, facts } = fault;
  const what = messages.say(`playbook.fault.${code}`, { field, ...facts });
  return line === undefined
    ? messages.say('playbook.fault-in', { file, what })
    : messages.say('playbook.fault-at', { file, line: String(line), what });
}
