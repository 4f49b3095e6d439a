import { writeSync } from 'node:fs';
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
  const { run } = await import('./run.ts');
  // Set and not called: output to a pipe may still be on its way.
  process.exitCode = await run(args, process);
}
