/** The arms of the light box-drawing characters: up, right, down, left. */
const arms: Readonly<Record<string, string>> = {
  '─': 'rl',
  '│': 'ud',
  '┌': 'rd',
  '┐': 'dl',
  '└': 'ur',
  '┘': 'ul',
  '├': 'urd',
  '┤': 'udl',
  '┬': 'rdl',
  '┴': 'url',
  '┼': 'urdl',
};

/** The rounded corners: where the curve begins and where it ends. */
const corners: Readonly<Record<string, readonly [from: string, to: string]>> = {
  '╭': ['d', 'r'],
  '╮': ['d', 'l'],
  '╰': ['u', 'r'],
  '╯': ['u', 'l'],
};

/**
 * @param char what stands in the cell
 * @param width pixels of a cell
 * @param height pixels of a cell
 * @returns the SVG path of a rule or border within its cell, or undefined for any other character
 */
export function linePath(char: string, width: number, height: number): string | undefined {
  const centre = `${width / 2} ${height / 2}`;
  const edges: Readonly<Record<string, string>> = {
    u: `${width / 2} 0`,
    r: `${width} ${height / 2}`,
    d: `${width / 2} ${height}`,
    l: `0 ${height / 2}`,
  };
  const corner = corners[char];
  if (corner !== undefined) {
    const [from, to] = corner;
    return `M${edges[from]}Q${centre} ${edges[to]}`;
  }
  const straight = arms[char];
  return straight && Array.from(straight, (arm) => `M${centre}L${edges[arm]}`).join('');
}
