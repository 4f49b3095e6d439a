/** @returns a number held between two others; `low` wins where there is no room between them. */
export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));
