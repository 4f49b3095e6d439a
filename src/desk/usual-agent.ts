/** Who works at a desk as long as nobody has said otherwise. */

import { userInfo } from 'node:os';
import { type Role, roles } from '../rules/playbook.ts';

/** @returns the name of the account that the program runs in. */
export function usualAgent(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry, as in some containers.
    return 'agent';
  }
}

/** @returns the role by its name; somebody unknown may offer what an agent may, and no more (P21). */
export const roleOf = (name: string | undefined): Role =>
  roles.find((role) => role === name) ?? 'agent';
