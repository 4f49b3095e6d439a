import {
  agentFields,
  agentRecord,
  changePeople,
  namedAs,
  type PeoplePlan,
  type PersonOnRecord,
  permitFor,
  personOf,
  previewPeople,
} from '../../desk/agents.ts';
import type { Desk } from '../../desk/desk.ts';
import { deskEventWords } from '../../desk/desk-event-words.ts';
import { hashPin, refusesPin } from '../../desk/pin.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import { createSpokenTime } from '../../language/spoken-time.ts';
import type { DeskHappening } from '../../rules/desk-events.ts';
import type { Role } from '../../rules/playbook.ts';
import type { Refusal } from '../../rules/values.ts';
import { safe, safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { Fault } from '../fault.ts';
import { chooseOutput } from '../output/choose-output.ts';
import { jsonText } from '../output/json.ts';
import { pinsOf } from './pins.ts';

/** What every command takes that changes people. */
export interface ChangeFlags {
  readonly dryRun?: boolean;
  readonly json?: string | true;
  /** Who decides it, where the one who works here now cannot. */
  readonly supervisor?: string;
  /** The PIN of the one who decides. */
  readonly pinFromFile?: string;
}

/** What a command comes to, once it has been read. */
export interface PeopleCommand {
  /** Whom it is about, as typed. */
  readonly name: string;
  /** The role they are to have. */
  readonly role?: Role | undefined;
  /** @param pinHash of their new PIN, where they are to have one */
  readonly plan: (pinHash?: string) => PeoplePlan;
  /** Whether they are to have a new PIN: asked twice, or read from this file. */
  readonly newPin?: { readonly file?: string | undefined } | undefined;
  /** Nothing but the PIN is to be different. */
  readonly onlyPin?: boolean;
}

/**
 * Changes the people of a desk: looks first whether it can be done, then asks for the PIN that it
 * takes, then does it and says what it did. With `--dry-run` it says what would be done.
 */
export async function changeByCommand(
  context: Context,
  desk: Desk,
  flags: ChangeFlags,
  command: PeopleCommand,
): Promise<ExitCode> {
  const { json, dryRun = false } = flags;
  const { machine } = chooseOutput(json === undefined ? {} : { json }, agentFields);
  const words = await context.words();
  const refuse = async (refusals: readonly Refusal[]): Promise<ExitCode> => {
    await context.tell(refusals.map((refusal) => safe`amends: ${refusalText(words, refusal)}`));
    return exitCodes.refused;
  };
  const looked = await previewPeople(desk, command.plan());
  if (!looked.ok) return refuse(looked.refusals);
  const tell = async (person: PersonOnRecord, happenings: readonly DeskHappening[]) => {
    const voice = { words, spoken: createSpokenTime(words, desk.zone) };
    const lines = happenings.map((one) => safeLine(deskEventWords(one, voice)));
    const text = machine ? jsonText(agentRecord(person), machine.fields) : safeLine(person.name);
    await context.out.write(`${text}\n`);
    for (const line of lines) await context.note(line);
    if (lines.length === 0) await context.note(safeLine(words.say('cli.agent.as-it-was')));
  };
  const people = await desk.store.read.people();
  const open = namedAs(people, looked.row.name)?.open_complaints ?? 0;
  if (dryRun) {
    await tell(personOf(looked.row, open), looked.happenings);
    if (command.newPin) await context.note(safeLine(words.say('cli.agent.would-set-pin')));
    await context.note(safeLine(words.say('cli.agent.dry-run')));
    return exitCodes.done;
  }
  const pins = pinsOf(context, words, flags.pinFromFile);
  try {
    const { name, role, onlyPin = false } = command;
    const intent = { name, role, onlyPin, supervisor: flags.supervisor };
    const answer = await permitFor(desk, intent, pins.ofDecider);
    if (!answer.ok) return await refuse([answer.refusal]);
    const pin = command.newPin && (await pins.fresh(looked.row.name, command.newPin.file));
    const unfit = pin === undefined ? undefined : refusesPin(pin);
    if (unfit !== undefined) return await refuse([unfit]);
    const plan = command.plan(pin === undefined ? undefined : hashPin(pin));
    const done = await changePeople(desk, answer.permit, plan);
    if (!done.ok) return await refuse(done.refusals);
    await tell(personOf(done.row, open), done.happenings);
    if (answer.permit.anybody) await context.note(safeLine(words.say('cli.agent.anybody')));
    if (open > 0 && done.row.retired_at != null) {
      const facts = { agent: done.row.name, open };
      await context.note(safeLine(words.say('cli.agent.still-owns', facts)));
    }
    return exitCodes.done;
  } finally {
    pins.close();
  }
}

/**
 * @returns the one name that a command needs
 * @throws Fault `usage` when there is none
 */
export function nameIn([name]: readonly string[], command: string): string {
  if (name === undefined) throw new Fault('usage', 'agent-missing', { command });
  return name;
}
