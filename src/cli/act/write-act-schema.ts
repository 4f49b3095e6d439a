import { openConversation } from '../../desk/act.ts';
import type { ActionScene } from '../../desk/actions/action.ts';
import { sceneOf } from '../../desk/actions/scene.ts';
import { createSpokenTime } from '../../language/spoken-time.ts';
import { elapsedTime } from '../../rules/business-time/counting.ts';
import { begin } from '../../rules/fold.ts';
import { agentName, complaintId, day, millis } from '../../rules/values.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { deskFor } from '../open-desk.ts';
import { playbookFor } from '../people.ts';
import { noSuchComplaint, readReference } from '../references.ts';
import type { ActForm } from './act-form.ts';
import { actSchema } from './act-schema.ts';
import { requireRecord } from './require-record.ts';

/**
 * Prints the JSON Schema of the files that a command takes. Behind a reference, choices are those
 * which that complaint has.
 */
export async function writeActSchema(
  context: Context,
  forms: readonly ActForm[],
  [reference]: readonly string[],
): Promise<ExitCode> {
  const { scene, zone } = await (reference === undefined
    ? blankScene(context)
    : sceneAt(context, reference));
  const words = await context.words();
  const schema = actSchema(forms, scene, { words, spoken: createSpokenTime(words, zone) });
  await context.out.write(`${JSON.stringify(schema, null, 2)}\n`);
  return exitCodes.done;
}

interface SceneFound {
  readonly scene: ActionScene;
  readonly zone: string;
}

async function sceneAt({ settings }: Context, reference: string): Promise<SceneFound> {
  const id = readReference(reference);
  await requireRecord(settings);
  const desk = await deskFor(settings);
  try {
    const conversation = await openConversation(desk, id);
    if (conversation === undefined) throw noSuchComplaint(id);
    return { scene: await sceneOf(desk, conversation), zone: desk.zone };
  } finally {
    await desk.store.close();
  }
}

/** A complaint of which nothing is known yet: the playbook's choices, and no record to look into. */
async function blankScene(context: Context): Promise<SceneFound> {
  const now = millis(Date.now());
  const agent = agentName('');
  const body = { aim: now, due: now };
  const state = begin({ type: 'opened', body, complaint: complaintId(0), n: 1, at: now, agent });
  return {
    scene: {
      conversation: { state, playbook: await playbookFor(context) },
      people: [],
      occasion: { now, today: day('1970-01-01'), agent: { name: agent, role: 'agent' } },
      counting: elapsedTime,
      contacts: 0,
      followUp: now,
    },
    zone: 'UTC',
  };
}
