import { type Grouping, numbersOf } from './figure.ts';

const words = (
  column: 'channel' | 'product' | 'cause' | 'rootCause' | 'owner' | 'wish',
): Grouping => ({
  groups: 'complaint',
  numbers: (chunk) => chunk.sheet('about')[column],
});

/** The groups are numbers of words, unless it says otherwise. */
export const groupings = {
  channel: words('channel'),
  product: words('product'),
  cause: words('cause'),
  owner: words('owner'),
  wish: words('wish'),
  chosenRemedy: {
    groups: 'complaint',
    numbers: (chunk) => chunk.sheet('chosen').remedy,
  },
  offeredRemedy: {
    groups: 'offers',
    numbers: (chunk) => chunk.sheet('offers').remedy,
  },
  promisedBy: {
    groups: 'promises',
    numbers: (chunk) => chunk.sheet('promises').who,
  },
  /** The hour of the week in which it reached us, 0 to 167, and one more (P46). */
  hour: {
    groups: 'complaint',
    numbers(chunk, { hourOfWeek }) {
      const { received } = chunk.sheet('complaint');
      return numbersOf(received.length, (row) => {
        const at = received[row] ?? 0;
        return at === 0 ? 0 : hourOfWeek(at) + 1;
      });
    },
  },
  /** The customer's number. */
  customer: {
    groups: 'complaint',
    numbers: (chunk) => chunk.sheet('complaint').customer,
  },
} as const satisfies Readonly<Record<string, Grouping>>;

/**
 * @param pair gives two words together one number
 * @returns the grouping by product and cause at once
 */
export const productAndCause = (pair: (product: number, cause: number) => number): Grouping => ({
  groups: 'complaint',
  numbers(chunk) {
    const { product, cause } = chunk.sheet('about');
    return numbersOf(product.length, (row) => pair(product[row] ?? 0, cause[row] ?? 0));
  },
});
