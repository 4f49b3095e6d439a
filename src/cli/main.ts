import { writeSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { isAbsolute } from 'node:path';
import { version } from '../../package.json';

const args = process.argv.slice(2);

if (args.length === 1 && (args[0] === '-V' || args[0] === '--version')) {
  // Asked by scripts and installers again and again: nothing else is loaded for it.
  try {
    writeSync(1, `${version}\n`);
  } catch (error) {
    const closed = error instanceof Error && 'code' in error && error.code === 'EPIPE';
    if (!closed) process.exitCode = 1;
  }
} else {
  keepCompiledCode(process.env);
  const { run } = await import('./run.ts');
  // Set and not called: output to a pipe may still be on its way.
  process.exitCode = await run(args, process);
}

/**
 * Code that was compiled once is read back at the next start, which then takes a tenth less. It goes
 * where caches go; where that cannot be written, Node goes on without.
 */
function keepCompiledCode({ XDG_CACHE_HOME, HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): void {
  const named = XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME);
  const caches = named ? XDG_CACHE_HOME : HOME ? `${HOME}/.cache` : LOCALAPPDATA;
  if (caches) enableCompileCache(`${caches}/amends`);
}
