/** Whose a remedy is to give, and where the line runs (P20, P21). */

export { authorityOf, furthestBack, limitFor, withOwnLimits } from './authority/limits.ts';
export { type CustomerLine, customerLine } from './authority/per-customer.ts';
export { refusesOffers } from './authority/refuses-offers.ts';
export { costOf, type Standing, standing } from './authority/standing.ts';
