/** What the page of a complaint has, in the order of its numbers. */
export const sectionNames = [
  'timeline',
  'record',
  'promises',
  'clocks',
  'customer',
  'similar',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** What stands beside the section in hand on a wide screen, the most pressing first. */
export const besideSections = ['promises', 'customer', 'clocks', 'timeline'] as const;
