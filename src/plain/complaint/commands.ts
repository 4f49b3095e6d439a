import type { PageCommand } from '../menu.ts';

/** What can be typed on the page of a complaint beside what can be done. */
export const commands = [
  { name: 'more', letter: 'm', label: 'plain.page.more-command' },
  { name: 'why', letter: 'w', label: 'plain.page.why' },
  { name: 'record', letter: 'r', label: 'plain.page.record' },
  { name: 'promised', letter: 'p', label: 'plain.page.promised' },
  { name: 'customer', letter: 'c', label: 'plain.page.customer' },
  { name: 'similar', letter: 's', label: 'plain.page.similar-command' },
  { name: 'cannot', letter: 'x', label: 'plain.page.cannot' },
  { name: 'options', letter: 'o', label: 'plain.page.actions-command' },
  { name: 'undo', letter: 'u', label: 'plain.page.undo' },
  { name: 'again', letter: 'a', label: 'plain.page.again' },
  { name: 'back', letter: 'b', label: 'plain.page.back' },
  { name: 'quit', letter: 'q', label: 'plain.today.quit' },
] as const satisfies readonly PageCommand<string>[];
/** The name of one of them. */
export type Command = (typeof commands)[number]['name'];
