import type { Acted, Desk } from '../desk/desk.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { MovingCommand } from './commands.ts';

/** What asking a question comes to. */
export type Reply =
  /** One call of the desk; `draft` is what was typed, in case it is refused. */
  | {
      readonly kind: 'act';
      readonly act: (desk: Desk, before: Conversation) => Promise<Acted>;
      readonly draft: string;
      /** The same question goes on afterwards: one promise, and maybe another. */
      readonly stays: boolean;
    }
  /** The answer stands as it was. */
  | { readonly kind: 'same' }
  | { readonly kind: 'moving'; readonly command: MovingCommand; readonly draft: string };

/** @returns a reply that asks the desk for something. */
export const acting = (
  act: (desk: Desk, before: Conversation) => Promise<Acted>,
  draft = '',
  stays = false,
): Reply => ({ kind: 'act', act, draft, stays });

/** @returns a reply that goes elsewhere; unconfirmed text is kept with it. */
export const moving = (command: MovingCommand, draft = ''): Reply => ({
  kind: 'moving',
  command,
  draft,
});

export const same: Reply = { kind: 'same' };
