import { PlaybookUnusable } from '../desk/open-desk.ts';
import { recordSchema } from '../desk/record-file.ts';
import { loadPlaybook } from '../playbook/load-playbook.ts';
import { compiledPlaybooks } from './compiled-playbooks.ts';
import type { Context } from './context.ts';

/** Prints the JSON Schema of a record, with the choices that this desk's playbook has. */
export async function writeSchema(context: Context): Promise<void> {
  const { language, playbook: ownFolder } = context.settings;
  const loaded = await loadPlaybook({
    pack: 'small-business',
    language,
    ownFolder,
    compiledFolder: compiledPlaybooks(),
  });
  if (!loaded.ok) throw new PlaybookUnusable(loaded.faults);
  const schema = recordSchema(loaded.playbook, await context.words());
  await context.out.write(`${JSON.stringify(schema, null, 2)}\n`);
}
