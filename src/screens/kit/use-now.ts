import { useEffect, useState } from 'react';

/** How often the clock in words is looked at again, in milliseconds. */
const TICK = 15_000;

/**
 * The moment, kept up to date while nothing is typed, so that "6 h left" stays true.
 * @param now gives epoch milliseconds
 */
export function useNow(now: () => number): number {
  const [, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), TICK);
    return () => clearInterval(timer);
  }, [now]);
  return now();
}
