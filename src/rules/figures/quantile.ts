/**
 * The nearest-rank quantile: the smallest number that at least a share of them do not exceed. It is
 * found without sorting (Hoare's selection), which matters with a million.
 * @param numbers in any order; they are put into another one
 * @param share above 0, at most 1
 * @returns undefined where there are none
 */
export function quantileOf(numbers: Uint32Array, share: number): number | undefined {
  if (numbers.length === 0) return undefined;
  const rank = Math.max(0, Math.ceil(share * numbers.length) - 1);
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const pivot = middleOf(numbers, low, high);
    let left = low;
    let right = high;
    while (left <= right) {
      while ((numbers[left] ?? 0) < pivot) left++;
      while ((numbers[right] ?? 0) > pivot) right--;
      if (left > right) break;
      const other = numbers[left] ?? 0;
      numbers[left++] = numbers[right] ?? 0;
      numbers[right--] = other;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return numbers[rank];
}

/** The middle one of three, so that sorted numbers are not the worst case. */
function middleOf(numbers: Uint32Array, low: number, high: number): number {
  const a = numbers[low] ?? 0;
  const b = numbers[(low + high) >>> 1] ?? 0;
  const c = numbers[high] ?? 0;
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
