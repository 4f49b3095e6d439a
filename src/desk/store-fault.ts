import type { Facts } from '../rules/values.ts';
import { StoreError, type StoreErrorCode } from '../store/errors.ts';

/** @returns why the record could not be read or written, or undefined when it is something else. */
export function storeFaultOf(
  error: unknown,
): { readonly code: StoreErrorCode; readonly facts: Facts } | undefined {
  return error instanceof StoreError ? { code: error.code, facts: error.facts } : undefined;
}

/** @returns whether the record could not be opened because there is no such file. */
export function missingFile(error: unknown): boolean {
  const fault = storeFaultOf(error);
  return fault?.code === 'cannot-open' && fault.facts['reason'] === 'missing';
}
