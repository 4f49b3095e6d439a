import type { Messages } from '../language/messages.ts';
import type { AgentChange, DeskHappening } from '../rules/desk-events.ts';
import type { Authority, Role } from '../rules/playbook.ts';
import { limitsText } from './agents/limits-text.ts';
import type { Voice } from './saying.ts';
import { weekText } from './set-up/hours-text.ts';

/**
 * Says in one line what happened at the desk: `cli.event.<type>`.
 * @returns text as it was given: whoever prints it makes it safe
 */
export function deskEventWords({ type, body }: DeskHappening, { words }: Voice): string {
  switch (type) {
    case 'desk_set': {
      const settings = (['business', 'reach_us', 'zone'] as const).flatMap((name) => {
        const value = body[name];
        return value === undefined ? [] : [words.say(`setting.${name}`, { value })];
      });
      return words.say('cli.event.desk_set', { settings: settings.join('; ') });
    }
    case 'hours_set':
      return words.say(`cli.event.hours_set.${body.from}`, {
        hours: weekText(body.week ?? undefined),
        zone: body.zone,
        holidays: body.holidays.length,
      });
    case 'agent_added':
      return words.say('cli.event.agent_added', {
        agent: body.agent,
        role: roleWord(words, body.role),
      });
    case 'agent_changed':
      return words.say('cli.event.agent_changed', {
        agent: body.agent,
        what: words.say(`agent.${body.what}`),
        value: factWords(words, body),
      });
    case 'agent_retired':
    case 'agent_returned':
    case 'pin_set':
      return words.say(`cli.event.${type}`, { agent: body.agent });
    case 'customer_changed':
      return words.say('cli.event.desk_customer_changed', {
        customer: String(body.customer),
        fact: words.say(body.fact === 'language' ? 'question.language' : `form.${body.fact}`),
        value: body.to ?? words.say('cli.event.removed'),
      });
    case 'customer_key_set':
      return words.say(body.key ? 'cli.event.customer_key' : 'cli.event.customer_no_key', {
        customer: String(body.customer),
      });
    case 'customer_standing_set':
      return words.say(`cli.event.customer_standing.${body.to ?? 'none'}`, {
        customer: String(body.customer),
      });
    case 'customers_merged': {
      const who = { from: String(body.from), to: String(body.to) };
      return words.say(body.apart ? 'cli.event.customer_apart' : 'cli.event.customer_merged', who);
    }
    default:
      // A type of a newer version stands for itself.
      return String(type);
  }
}

/** @returns a role as people call it. */
export const roleWord = (words: Messages, role: Role): string => words.say(`role.${role}`);

function factWords(words: Messages, { what, to }: AgentChange): string {
  switch (what) {
    case 'team':
      return to;
    case 'role':
      return roleWord(words, to);
    case 'languages':
      return to.join(', ');
    case 'authority':
      return authorityWords(words, to);
  }
}

/** @returns limits of somebody's own in words, or that they have the role's. */
export const authorityWords = (words: Messages, own: Authority | null): string =>
  own === null ? words.say('limits.of-role') : limitsText(words, own.limit);
