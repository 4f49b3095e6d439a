import type { Context } from '../context.ts';
import type { Writer } from '../writer.ts';

/**
 * Data for machines is a customer's text as it is. On a terminal a person looks at it, and there
 * what could act on the terminal is shown with a visible mark; in a file or a pipe nothing changes.
 * @returns where data goes; each write has to end between two characters
 */
export function safeOnTerminal({ host, out }: Pick<Context, 'host' | 'out'>): Writer {
  if (host.stdout.isTTY !== true) return out;
  return {
    write: async (data) => {
      const { safeBlock } = await import('../../terminal/safe-text.ts');
      const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
      await out.write(safeBlock(text));
    },
  };
}
