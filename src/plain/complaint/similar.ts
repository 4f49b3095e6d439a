import { similarText } from '../../desk/complaint-text.ts';
import { refOf } from '../../rules/values.ts';
import { type PartSource, tellerOf, tellList } from './part.ts';

/** Tells how complaints like this one were put right (P48). */
export function tellSimilar(source: PartSource, most: number): void {
  const { telling, page } = source;
  const teller = tellerOf(source);
  if (page.similar.length === 0) telling.tell('complaint.no-similar');
  const texts = page.similar
    .slice(0, most)
    .map((one) => `${refOf(one.id)}, ${similarText(one, teller)}`);
  tellList(telling, telling.say('plain.page.similar'), texts);
}
