import { apologySigns } from '../language/apology-signs.ts';
import { type ApologyPart, apologyPartsIn } from '../rules/apology.ts';
import type { Conversation } from '../rules/conversation.ts';

/**
 * @param language BCP 47 tag of the text
 * @returns which parts of a good apology a text has, with the facts of this case (P13)
 */
export function partsOfApology(
  { state }: Conversation,
  text: string,
  language: string,
): ReadonlySet<ApologyPart> {
  const { product, cause } = state.answers;
  const facts = [product, cause?.split('/')[1]].filter((fact) => fact !== undefined);
  return apologyPartsIn(text, apologySigns(language), facts);
}
