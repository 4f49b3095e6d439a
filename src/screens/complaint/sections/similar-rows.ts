import { similarText } from '../../../desk/complaint-text.ts';
import { refOf } from '../../../rules/values.ts';
import { type PaneRow, quietRow, wrappedRows } from '../pane-row.ts';
import { type SectionSource, tellerOf } from './section-source.ts';

const REFERENCE = 10;

/** How complaints like this one were put right: the same answer to the same question (P48). */
export function similarRows(source: SectionSource, columns: number): readonly PaneRow[] {
  const { page, voice } = source;
  if (page.similar.length === 0) return [quietRow(voice.words.say('complaint.no-similar'))];
  const teller = tellerOf(source);
  return page.similar.flatMap((similar) =>
    wrappedRows(
      {
        label: refOf(similar.id),
        labelWidth: REFERENCE,
        text: similarText(similar, teller),
        entry: { kind: 'complaint', id: similar.id, part: 'similar' },
      },
      columns,
    ),
  );
}
