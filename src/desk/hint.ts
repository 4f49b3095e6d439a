import type { Desk } from './desk.ts';

/**
 * The first time a screen is met it offers one hint; never twice for the same agent.
 * @returns whether the hint is to be shown now
 */
export async function takeHint(desk: Desk, screen: string): Promise<boolean> {
  const key = `hint.${screen}.${desk.agent.name}`;
  if ((await desk.store.read.setting(key)) !== undefined) return false;
  await desk.store.transact((tx) => tx.putSetting(key, 'shown'));
  return true;
}
