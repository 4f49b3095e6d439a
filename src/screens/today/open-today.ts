import type { Desk } from '../../desk/desk.ts';
import type { Voice } from '../../desk/saying.ts';
import { todayOf } from '../../desk/today.ts';
import { type TodayChoice, type TodayPlace, TodaySession } from './session.ts';

/**
 * Reads the page of today and opens it.
 * @param place where the agent was on it before (`session.place()`), or whose page to begin with
 * @throws StoreError when the record cannot be read
 */
export async function openToday(
  desk: Desk,
  voice: Voice,
  onChoice: (choice: TodayChoice) => void,
  place?: TodayPlace,
): Promise<TodaySession> {
  const today = await todayOf(desk, place?.scope ?? {});
  return new TodaySession(desk, voice, today, onChoice, place);
}
