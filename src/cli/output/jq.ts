import { raw } from 'jq-wasm';
import { Fault } from '../fault.ts';

/**
 * Runs a jq expression over JSON, as `jq -r` does: texts come without their quotes.
 * @throws Fault `usage` with jq's own words when the expression is wrong or does not fit
 */
export async function runJq(json: string, expression: string): Promise<string> {
  const before = process.exitCode;
  try {
    // In brackets, because jq reads what begins with a hyphen as an option of its own.
    const answer = await raw(json, `(${expression}\n)`, ['-r']);
    return answer === '' ? '' : `${answer}\n`;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Fault('usage', 'jq', { expression, said });
  } finally {
    // The library sets it to jq's own.
    process.exitCode = before;
  }
}
