import { Text } from 'ink';
import { safeLine } from '../../../terminal/safe-text.ts';
import { widthOf } from '../../../terminal/width.ts';
import { Line, Span } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';
import { sectionNames } from '../sections.ts';
import type { ComplaintView } from '../view.ts';

interface TabsProps {
  readonly view: ComplaintView;
  readonly columns: number;
}

/** The sections by their numbers, the one in hand told by a sign; where it is narrow, only that has its name. */
export function Tabs({ view, columns }: TabsProps) {
  const { words } = view.voice;
  const named = sectionNames.map((name, at) => ({
    name,
    number: String(at + 1),
    label: words.say(`complaint.section.${name}`),
  }));
  const whole = named.map(({ number, label }) => ` ${number} ${label}  `).join('');
  const narrow = widthOf(safeLine(whole)) + 2 > columns;
  return (
    <Line columns={columns}>
      {named.map(({ name, number, label }) => {
        const here = name === view.section;
        const text = narrow && !here ? number : `${number} ${label}`;
        return (
          <Text key={name}>
            <Span
              text={safeLine(here ? `▸${text}  ` : ` ${text}  `)}
              columns={columns}
              style={here ? theme.here : theme.quiet}
            />
          </Text>
        );
      })}
    </Line>
  );
}
