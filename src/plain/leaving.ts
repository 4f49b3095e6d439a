import { sayingFor } from '../desk/saying.ts';
import { type Leaving, leaveBy, type WayOut, type WayOutPart, waysOut } from '../desk/ways-out.ts';
import { othersHere, whoTakesIt } from '../desk/who-takes-it.ts';
import { type Millis, refOf, refuse } from '../rules/values.ts';
import { askDate, readMomentTyped } from './ask-date.ts';
import type { MovingCommand } from './commands.ts';
import { entries } from './numbered.ts';
import type { Talk } from './talk.ts';

interface Agreed {
  to: string;
  at: Millis | undefined;
  reach: string;
  reason: string;
}

/** How a way out ended: taken, given up for the question, or for another command. */
export type LeaveDone =
  | { readonly kind: 'left' }
  | { readonly kind: 'back' }
  | { readonly kind: 'moving'; readonly command: MovingCommand };

/** Asks what a way out needs, leaves a summary, and goes (P8). */
export async function askWayOut(talk: Talk, way: WayOut): Promise<LeaveDone> {
  const { desk, voice, conversation } = talk;
  talk.tell(`plain.${way}.note`);
  talk.suggest(sayingFor(desk, conversation, waysOut[way].moment, voice));
  const customer = conversation.customer;
  const agreed: Agreed = {
    to: '',
    at: undefined,
    reach: customer?.phone ?? customer?.email ?? '',
    reason: '',
  };
  const parts = waysOut[way].asks;
  let index = 0;
  for (;;) {
    const part = parts[index];
    if (part !== undefined) {
      const command = await askPart(talk, part, agreed);
      if (command === undefined) index += 1;
      else if (command !== 'back') return { kind: 'moving', command };
      else if (index === 0) return { kind: 'back' };
      else index -= 1;
      continue;
    }
    const acted = await talk.attempt(() =>
      leaveBy(desk, voice, talk.conversation, leavingOf(way, agreed)),
    );
    if (acted?.ok === true) {
      talk.conversation = acted.conversation;
      tellLeft(talk, way, agreed);
      return { kind: 'left' };
    }
    const refusals = acted?.refusals ?? [];
    for (const refusal of refusals) talk.tellRefusal(refusal);
    if (acted?.refusals.some(({ code }) => code === 'changed_elsewhere') === true) {
      await talk.reread();
    }
    // What is wrong is asked again; the last part where it is none of them.
    const about = new Set(refusals.map(({ field }) => field));
    const wrong = parts.findIndex((name) => about.has(name));
    index = wrong === -1 ? parts.length - 1 : wrong;
  }
}

/** @returns a command that goes elsewhere, or undefined once the part is there. */
async function askPart(
  talk: Talk,
  part: WayOutPart,
  agreed: Agreed,
): Promise<MovingCommand | undefined> {
  if (part === 'at' || part === 'until') return askAt(talk, part, agreed);
  const known = agreed[part];
  const others = part === 'to' ? await othersHere(talk.desk.store.read, talk.desk.agent.name) : [];
  if (others.length > 0) talk.tell('form.others', { others: others.join(', ') });
  if (known !== '') talk.tell('plain.recorded', { text: known });
  const enter = known === '' ? undefined : talk.say('plain.entry.keep');
  const prompt = talk.say('plain.when', {
    label: talk.say(`plain.leave.${part}`),
    entries: entries(
      part === 'reach' && known === '' ? talk.say('entry.pass') : enter,
      talk.say('plain.entry.write'),
    ),
  });
  for (;;) {
    const entry = await talk.ask(prompt, 'write');
    if (entry.kind === 'moving') return entry.command;
    const text = (entry.kind === 'text' ? entry.text.trim() : '') || known;
    if (text === '' && part !== 'reach') {
      talk.tellRefusal(refuse('required', {}, part));
      continue;
    }
    const meant = part === 'to' ? whoTakesIt(others, text) : text;
    if (typeof meant !== 'string') {
      talk.tellRefusal(meant);
      continue;
    }
    agreed[part] = meant;
    return undefined;
  }
}

async function askAt(
  talk: Talk,
  part: 'at' | 'until',
  agreed: Agreed,
): Promise<MovingCommand | undefined> {
  const prompt = talk.say('plain.when', {
    label: talk.say(`plain.leave.${part}`),
    entries: entries(talk.say('when.ahead'), talk.say('plain.entry.choose')),
  });
  for (;;) {
    const given = await askDate<Millis>(talk, prompt, (text) => readMomentTyped(talk, text, part));
    if (given.kind === 'moving') return given.command;
    if (given.kind === 'date') {
      agreed.at = given.date;
      return undefined;
    }
    talk.tellRefusal(refuse('when_empty', {}, part));
  }
}

function leavingOf(way: WayOut, { to, at, reach, reason }: Agreed): Leaving {
  switch (way) {
    case 'handover':
      return { way, to, reason };
    case 'supervisor':
      return { way, reason };
    case 'wait':
      return { way, until: momentOf(at), reason };
    case 'callback':
      return { way, at: momentOf(at), reach, reason };
  }
}

function momentOf(at: Millis | undefined): Millis {
  if (at === undefined) throw new RangeError('the moment was asked for before');
  return at;
}

function tellLeft(talk: Talk, way: WayOut, { to, at }: Agreed): void {
  const reference = refOf(talk.conversation.state.id);
  const date = at === undefined ? '' : talk.voice.spoken.fullMoment(at);
  talk.tell(`left.${way}`, { reference, to, date });
}
