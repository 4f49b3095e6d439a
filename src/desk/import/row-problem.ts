import type { ImportFieldName } from './import-fields.ts';

/** Why a row does not come in. The text is `import.problem.<code>`. */
export type ProblemCode =
  | 'quote-open'
  | 'quote-within'
  | 'not-json'
  | 'not-an-object'
  | 'cells'
  | 'half-character'
  | 'nul'
  | 'no-date'
  | 'not-a-date'
  | 'other-order'
  | 'too-early'
  | 'ahead'
  | 'out-of-order'
  | 'open-but-closed'
  | 'not-a-choice'
  | 'not-yes-no'
  | 'not-whole'
  | 'not-a-sum'
  | 'not-a-score'
  | 'not-a-reference'
  | 'not-a-list'
  | 'no-id'
  | 'other-of-this-number'
  | 'merged-into-none';

/** What is wrong with a row, where, and what stands there. */
export interface RowProblem {
  readonly code: ProblemCode;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly field?: ImportFieldName | 'id';
}

/** Ends the reading of a row; caught where the row is read. */
export class RowRefused extends Error {
  readonly problem: RowProblem;

  constructor(code: ProblemCode, facts: RowProblem['facts'] = {}, field?: RowProblem['field']) {
    super(code);
    this.problem = field === undefined ? { code, facts } : { code, facts, field };
  }
}
