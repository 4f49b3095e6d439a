import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Opens an address in a browser; it is over when the browser was asked, not when it is closed. */
export type Opener = (address: string) => Promise<void>;

/** As much of the environment as it depends on. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Writes a page into a private folder, where the browser still finds it when the command is over.
 * @param folder made if it is not there, for the owner alone (0700)
 * @param name of the report; the page before it of the same name is replaced
 * @returns the file, which only its owner can read (0600)
 * @throws the system's own error when the file cannot be written
 */
export function writePage(html: string, folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html, { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}

/**
 * Opens a file in the browser.
 * @param open how; without it `$BROWSER` is asked where it names one, else the system
 * @throws the system's own error when there is nothing to open it with
 */
export async function openFile(
  file: string,
  env: Environment,
  open: Opener = openerOf(env),
): Promise<void> {
  await open(pathToFileURL(file).href);
}

/** `$BROWSER` may name several with colons between them; the first is taken, without its `%s`. */
function openerOf({ BROWSER }: Environment): Opener {
  const [first = ''] = (BROWSER ?? '').split(':');
  const [name, ...given] = first.split(/\s+/).filter((word) => word !== '' && word !== '%s');
  return async (address) => {
    const { default: open } = await import('open');
    if (name === undefined) await open(address);
    else await open(address, { app: { name, arguments: given } });
  };
}
