import type { FigureFacets } from '../../desk/figures/figure-filter.ts';

/** @returns filters as words of a command line. */
export function facetFlags(facets: FigureFacets): readonly string[] {
  const { stage, customer, key, late, text, among: _, ...named } = facets;
  return [
    ...(stage === undefined || stage.length === 0 ? [] : ['--stage', stage.join()]),
    ...Object.entries(named).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, value],
    ),
    ...(customer === undefined ? [] : ['--customer', String(customer)]),
    ...(key === undefined ? [] : ['--key']),
    ...(late === undefined ? [] : ['--late']),
    ...(text === undefined ? [] : ['--text', text]),
  ];
}
