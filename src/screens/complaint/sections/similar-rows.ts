import { labelOfChoice, labelOfOffer } from '../../../desk/labels.ts';
import type { SimilarComplaint, SimilarOffer } from '../../../desk/similar.ts';
import { refOf } from '../../../rules/values.ts';
import { inOneLine, type PaneRow, quietRow, wrappedRows } from '../pane-row.ts';
import type { SectionSource } from './section-rows.ts';

const REFERENCE = 10;

/** How complaints like this one were put right: the same answer to the same question (P48). */
export function similarRows(source: SectionSource, columns: number): readonly PaneRow[] {
  const { page, voice } = source;
  if (page.similar.length === 0) return [quietRow(voice.words.say('complaint.no-similar'))];
  return page.similar.flatMap((similar) =>
    wrappedRows(
      {
        label: refOf(similar.id),
        labelWidth: REFERENCE,
        text: similarText(similar, source),
        entry: { kind: 'complaint', id: similar.id, part: 'similar' },
      },
      columns,
    ),
  );
}

function similarText(
  { about, cause, product, offers, chosen, satisfied, verdict }: SimilarComplaint,
  { page, voice: { words } }: SectionSource,
): string {
  const { playbook } = page.conversation;
  const label = (offer: SimilarOffer): string => labelOfOffer(words, playbook, offer);
  const others = offers.filter(({ state }) => state !== 'chosen').map(label);
  return inOneLine([
    about,
    product && labelOfChoice(words, playbook, 'product', product),
    cause && labelOfChoice(words, playbook, 'cause', cause),
    others.length > 0 && words.say('complaint.similar.offered', { offers: others.join(', ') }),
    typeof chosen === 'object' && words.say('complaint.similar.chosen', { offer: label(chosen) }),
    chosen === 'neither' && words.say('choice.chosen.neither'),
    verdict && words.say(`choice.verdict.${verdict}`),
    satisfied !== undefined &&
      words.say(satisfied ? 'complaint.satisfied' : 'complaint.unsatisfied'),
  ]);
}
