/**
 * Finds what was perhaps meant by a mistyped name.
 * @param typed the name as typed
 * @param known every name there is
 * @returns the nearest one, when it is no more than a slip or two away
 */
export function similarTo(typed: string, known: Iterable<string>): string | undefined {
  const most = typed.length > 4 ? 2 : 1;
  let nearest: string | undefined;
  let least = most + 1;
  for (const name of known) {
    const away = slips(typed, name);
    if (away < least) {
      least = away;
      nearest = name;
    }
  }
  return nearest;
}

/**
 * How many slips of the finger lie between two names: a letter too many, too few, another one, or
 * two swapped (optimal string alignment distance).
 */
function slips(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 2) return 3;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = above;
    above = current;
  }
  return above[to.length] ?? 0;
}
