import { promise, settlePromises, withdrawPromise } from '../desk/converse.ts';
import {
  keptPromise,
  type PromiseDraft,
  type PromisePart,
  promiseDraft,
} from '../desk/promise-draft.ts';
import { openPromises } from '../rules/promises.ts';
import { type Millis, refuse } from '../rules/values.ts';
import { askDate, readMomentTyped } from './ask-date.ts';
import { entries, tellNumbered } from './numbered.ts';
import { acting, moving, type Reply, same } from './reply.ts';
import type { Talk } from './talk.ts';

/** Asks what is promised, by whom, by when, one promise after the other (P27, P28). */
export async function askPromises(talk: Talk, kept: string): Promise<Reply> {
  tellMade(talk);
  let draft = promiseDraft(kept, talk.desk.agent.name);
  for (;;) {
    const step = await askPart(talk, draft);
    if ('reply' in step) return step.reply;
    draft = step.draft;
    await talk.keep('promises', keptPromise(draft));
  }
}

type Stepped = { readonly draft: PromiseDraft } | { readonly reply: Reply };

function askPart(talk: Talk, draft: PromiseDraft): Promise<Stepped> {
  switch (draft.part) {
    case 'what':
      return askWhat(talk, draft);
    case 'who':
      return askWho(talk, draft);
    case 'by':
      return askBy(talk, draft);
  }
}

async function askWhat(talk: Talk, draft: PromiseDraft): Promise<Stepped> {
  const { what } = draft.parts;
  const made = openPromises(talk.conversation.state);
  if (what !== '') talk.tell('plain.draft', { text: what });
  const prompt = talk.say('plain.promise.what', {
    entries: entries(
      talk.say(what === '' ? 'plain.entry.end' : 'plain.entry.draft'),
      talk.say('plain.entry.write'),
    ),
  });
  const entry = await talk.ask(prompt, 'write', made.length > 0 ? ['drop'] : []);
  if (entry.kind === 'moving') {
    return { reply: moving(entry.command, keptPromise(draft)) };
  }
  if (entry.kind === 'own') {
    const n = made[entry.n - 1]?.n ?? 0;
    return { reply: acting((desk, before) => withdrawPromise(desk, before, n), '', true) };
  }
  const typed = (entry.kind === 'text' ? entry.text.trim() : '') || what;
  if (typed !== '') return { draft: at(draft, 'who', { what: typed }) };
  const settled = talk.conversation.state.passed.includes('promises');
  return { reply: settled ? same : acting(settlePromises) };
}

async function askWho(talk: Talk, draft: PromiseDraft): Promise<Stepped> {
  const { who } = draft.parts;
  const prompt = talk.say('plain.promise.who', {
    name: who,
    entries: talk.say('plain.entry.write'),
  });
  const entry = await talk.ask(prompt, 'write');
  if (entry.kind === 'moving') return stepBack(draft, entry.command, 'what');
  const typed = entry.kind === 'text' ? entry.text.trim() : '';
  return { draft: at(draft, 'by', { who: typed === '' ? who : typed }) };
}

async function askBy(talk: Talk, draft: PromiseDraft): Promise<Stepped> {
  const prompt = talk.say('plain.when', {
    label: talk.say('plain.promise.by'),
    entries: entries(talk.say('when.ahead'), talk.say('plain.entry.choose')),
  });
  const given = await askDate<Millis>(talk, prompt, (text) =>
    readMomentTyped(talk, text, 'promises.by'),
  );
  if (given.kind === 'moving') return stepBack(draft, given.command, 'who');
  if (given.kind !== 'date') {
    talk.tellRefusal(refuse('promise_without_date', {}, 'promises.by'));
    return { draft };
  }
  const { what, who } = draft.parts;
  const made = { what, who, due: given.date };
  return {
    reply: acting(
      (desk, before) => promise(desk, before, made),
      JSON.stringify(at(draft, 'what', {})),
      true,
    ),
  };
}

/** Back is one part back; anything else leaves the promise where it is. */
function stepBack(
  draft: PromiseDraft,
  command: Parameters<typeof moving>[0],
  before: PromisePart,
): Stepped {
  if (command === 'back') return { draft: at(draft, before, {}) };
  return { reply: moving(command, JSON.stringify(draft)) };
}

function tellMade(talk: Talk): void {
  const { conversation, voice } = talk;
  const made = openPromises(conversation.state);
  if (made.length === 0) return;
  talk.tell('plain.promises.made');
  const list = made.map(({ n, what, who, due }) => ({
    id: String(n),
    label: voice.words.say('promise.line', { what, who, moment: voice.spoken.fullMoment(due) }),
  }));
  tellNumbered(talk, list);
  talk.tell('plain.promises.drop');
}

const at = (
  draft: PromiseDraft,
  part: PromisePart,
  typed: Partial<Record<PromisePart, string>>,
): PromiseDraft => ({
  part,
  parts: { ...draft.parts, ...typed },
});
