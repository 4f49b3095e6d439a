/**
 * Pages of the file that a reader of an export keeps in memory, in kibibytes. An export meets every
 * customer in no order; where they are kept, a third less is read.
 */
export const exportCache = 8_000;
