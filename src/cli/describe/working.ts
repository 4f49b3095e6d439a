import {
  type ActCommand,
  type ActCommandName,
  actCommands,
  promiseCommands,
} from '../act/act-commands.ts';
import type { ActFlags } from '../act/act-typed.ts';
import type { Describe } from '../program.ts';

/** What an act asks is in its one description, which is loaded only for a command that is named. */
const acting =
  (act: ActCommand): Describe =>
  async (command, wire) => {
    const { describeAct } = await import('../act/describe-act.ts');
    describeAct(command, act).action(
      wire<ActFlags>(async () => {
        const { act: doIt } = await import('../act.ts');
        return (context, flags, operands) => doIt(act, context, flags, operands);
      }),
    );
  };

const acts = Object.fromEntries(
  Object.entries(actCommands).map(([name, act]) => [name, acting(act)]),
) as Readonly<Record<ActCommandName, Describe>>;

/** The commands that work on complaints. */
export const describeWorking = {
  ...acts,
  new: (command, wire) => {
    command
      .option('--channel <id>', '')
      .option('--received <when>', '')
      .option('--from-file <file>', '')
      .option('--schema', '')
      .option('--dry-run', '')
      .option('--json [fields]', '')
      .action(wire(async () => (await import('../new.ts')).newComplaint));
  },
  resume: (command, wire) => {
    command
      .argument('[reference]', '')
      .action(wire(async () => (await import('../resume.ts')).resume));
  },
  promise: async (command, wire) => {
    command.helpCommand(false);
    for (const [name, act] of Object.entries(promiseCommands)) {
      await acting(act)(command.command(name), wire);
    }
  },
} as const satisfies Readonly<Record<string, Describe>>;
