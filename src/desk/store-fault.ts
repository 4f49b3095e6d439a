import type { Facts } from '../rules/values.ts';
import type { StoreError, StoreErrorCode } from '../store/errors.ts';

/** @returns why the record could not be read or written, or undefined when it is something else. */
export function storeFaultOf(
  error: unknown,
): { readonly code: StoreErrorCode; readonly facts: Facts } | undefined {
  return isStoreError(error) ? { code: error.code, facts: error.facts } : undefined;
}

/** The bundle holds the class more than once (see build.js), so it is known by its name. */
const isStoreError = (error: unknown): error is StoreError =>
  error instanceof Error && error.name === 'StoreError' && 'code' in error;

/** @returns whether the record could not be opened because there is no such file. */
export function missingFile(error: unknown): boolean {
  const fault = storeFaultOf(error);
  return fault?.code === 'cannot-open' && fault.facts['reason'] === 'missing';
}
