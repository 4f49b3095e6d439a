import { runAmends } from './run-amends.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * @returns a home with a desk that is set up, so that nothing but the conversation is asked
 * @throws Error when the built program cannot set it up
 */
export async function homeOfSam(home: string = temporaryFolder()): Promise<string> {
  const args = ['init', '--business', 'City desk', '--agent', 'Sam', '--team', '311 desk'];
  const { code, stderr } = await runAmends(args, { home });
  if (code !== 0) throw new Error(`the desk could not be set up: ${stderr}`);
  return home;
}
