import { answer } from '../desk/converse.ts';
import type { Answered } from '../rules/events.ts';
import { isTextAnswer, type Question } from '../rules/questions.ts';
import { refuse } from '../rules/values.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { type ApologyAdvice, apologyAdvice } from './apology-advice.ts';
import { acting, moving, type Reply, same } from './reply.ts';
import type { Talk } from './talk.ts';

const NO_PROMPT = '' as SafeText;

/**
 * Asks for text of several lines; a line with a single `.` ends it. Every line is kept the moment it
 * is typed, so that a closed window costs none of them.
 */
export async function askPassage(talk: Talk, question: Question, draft: string): Promise<Reply> {
  const { name } = question;
  if (!isTextAnswer(name)) throw new RangeError(`${name} is not told in text`);
  const recorded = talk.conversation.state.answers[name] ?? '';
  const advice = name === 'apology' ? apologyAdvice(talk) : undefined;
  const own = advice === undefined ? (['again'] as const) : (['again', 'better'] as const);
  let lines: readonly string[] = draft === '' ? [] : draft.split('\n');
  begin(talk, question, recorded, draft);
  for (;;) {
    const entry = await talk.ask(NO_PROMPT, 'passage', own);
    switch (entry.kind) {
      case 'moving':
        return moving(entry.command, lines.join('\n'));
      case 'own':
        lines = entry.command === 'again' ? again(talk) : reworded(talk, lines, advice);
        await talk.keep(name, lines.join('\n'));
        break;
      case 'text':
        lines = [...lines, entry.text];
        advice?.tellPhrases(entry.text);
        // In the middle of a paste the next line is here already, and is kept with it.
        if (!talk.lines.hasMore) await talk.keep(name, lines.join('\n'));
        break;
      case 'end': {
        const text = lines.join('\n').trim();
        if (text === '' && recorded !== '') return same;
        if (text === '' && question.required) {
          talk.tellRefusal(refuse('required', {}, name));
          break;
        }
        if (text !== '') advice?.tellParts(text);
        if (text === recorded && text !== '') return same;
        const given = { question: name, value: text === '' ? null : text } as Answered;
        return acting((desk, before) => answer(desk, before, given), lines.join('\n'));
      }
    }
  }
}

function begin(talk: Talk, question: Question, recorded: string, draft: string): void {
  if (recorded !== '') {
    talk.tell('plain.recorded-lines');
    talk.tellBlock(recorded);
  }
  talk.tell('plain.passage', { label: talk.say(`question.${question.name}`) });
  if (draft === '' && recorded !== '') talk.tell('plain.passage.keep');
  else if (draft === '' && !question.required) talk.tell('plain.passage.pass');
  if (draft === '') return;
  talk.tell('plain.draft-lines');
  talk.tellBlock(draft);
  talk.tell('plain.passage.go-on');
}

function again(talk: Talk): readonly string[] {
  talk.tell('plain.passage.again');
  return [];
}

/** The better wording stands in place of the last phrase that was told (P16). */
function reworded(
  talk: Talk,
  lines: readonly string[],
  advice: ApologyAdvice | undefined,
): readonly string[] {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const better = advice?.reworded(lines[at] ?? '');
    if (better === undefined) continue;
    talk.tell('plain.reworded', { line: better });
    return lines.with(at, better);
  }
  talk.tell('plain.no-phrase');
  return lines;
}
