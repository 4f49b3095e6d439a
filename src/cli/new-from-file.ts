import type { Desk } from '../desk/desk.ts';
import { complaintFields } from '../desk/read-record.ts';
import { recordAnswers } from '../desk/record-answers.ts';
import { recordFromText } from '../desk/record-file.ts';
import { refusalText } from '../desk/refusal-text.ts';
import { repeatText, samePersonText } from '../desk/repeats/repeat-text.ts';
import { repeatsOf } from '../desk/repeats.ts';
import { rememberAgent } from '../desk/set-up.ts';
import type { Messages } from '../language/messages.ts';
import { createSpokenTime } from '../language/spoken-time.ts';
import type { Conversation } from '../rules/conversation.ts';
import { type Refusal, refOf } from '../rules/values.ts';
import { type SafeText, safe, safeBlock, safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { fileBytes } from './file-bytes.ts';
import type { NewFlags } from './new.ts';
import { deskFor } from './open-desk.ts';
import { chooseOutput } from './output/choose-output.ts';
import { jsonText } from './output/json.ts';

/**
 * Takes a whole record from a file: all of it, or nothing with every fault named.
 * @throws Fault `usage` when the file cannot be read
 */
export async function newFromFile(
  context: Context,
  { fromFile, dryRun = false, json }: NewFlags & { readonly fromFile: string },
): Promise<ExitCode> {
  const { machine } = chooseOutput(json === undefined ? {} : { json }, complaintFields);
  const text = await fileBytes(context, fromFile);
  const words = await context.words();
  const desk = await deskFor(context.settings);
  try {
    const outcome = await recordFromText(desk, text, { dryRun, words });
    if (!outcome.ok) {
      await context.tell(refusalLines(words, fromFile, outcome.kind, outcome.refusals));
      return outcome.kind === 'malformed' ? exitCodes.usage : exitCodes.refused;
    }
    if (dryRun) {
      await context.out.write(`${pageOf(desk, words, outcome.conversation)}\n`);
      await context.note(safeLine(words.say('cli.new.dry-run')));
      return exitCodes.done;
    }
    await rememberAgent(desk);
    const reference = refOf(outcome.id);
    const [record] =
      machine === undefined ? [] : await desk.store.read.records([outcome.id], machine.fields);
    await context.out.write(
      record === undefined || machine === undefined
        ? `${reference}\n`
        : `${jsonText(record, machine.fields)}\n`,
    );
    await context.note(safeLine(words.say('cli.new.taken', { reference })));
    await tellRepeats(context, desk, words, outcome.conversation);
    return exitCodes.done;
  } finally {
    await desk.store.close();
  }
}

/** What may be on record already is told, and never merged on its own (P2, P8). */
async function tellRepeats(
  { note }: Context,
  desk: Desk,
  words: Messages,
  conversation: Conversation,
): Promise<void> {
  const { people, complaints } = await repeatsOf(desk, conversation);
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const from = conversation.customer?.id ?? 0;
  for (const person of people) {
    const facts = { person: samePersonText(voice, person), from, into: person.hit.id };
    await note(safeLine(words.say('cli.new.may-be-same', facts)));
  }
  const reference = refOf(conversation.state.id);
  for (const repeat of complaints.slice(0, FEW)) {
    const text = repeatText(voice, desk.playbook, repeat, desk.now());
    const facts = { repeat: text, reference, into: refOf(repeat.id) };
    await note(safeLine(words.say('cli.new.may-repeat', facts)));
  }
}

/** The likeliest are told; more of them would bury them. */
const FEW = 3;

/** Every fault at once, each with its place, so that the file is put right in one go. */
function refusalLines(
  words: Messages,
  file: string,
  kind: 'malformed' | 'refused',
  refusals: readonly Refusal[],
): readonly SafeText[] {
  const told = refusals.map((refusal) => {
    const text = refusalText(words, refusal);
    return refusal.field === undefined ? safe`- ${text}` : safe`- ${refusal.field}: ${text}`;
  });
  const name = file === '-' ? words.say('cli.standard-input') : file;
  const first = words.say(`cli.new.${kind}`, { file: name });
  return [safe`amends: ${first}`, ...told, safeLine(words.say('cli.new.refused.next'))];
}

function pageOf(desk: Desk, words: Messages, conversation: Conversation): SafeText {
  const spoken = createSpokenTime(words, desk.zone);
  const answers = recordAnswers(conversation, { words, spoken });
  return answers
    .map(({ label, text }) => `${safeLine(label)}: ${safeBlock(text)}`)
    .join('\n') as SafeText;
}
