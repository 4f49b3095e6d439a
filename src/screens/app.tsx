import { useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { DeskAgent } from '../desk/desk.ts';
import type { Voice } from '../desk/saying.ts';
import { ComplaintScreen } from './complaint/complaint-screen.tsx';
import { ConversationScreen } from './conversation/conversation-screen.tsx';
import { isTooSmall } from './kit/screen-size.ts';
import { SignsOf } from './kit/signs.tsx';
import { TooSmall } from './kit/too-small.tsx';
import { useKeys } from './kit/use-keys.ts';
import { ListScreen } from './list/list-screen.tsx';
import type { Navigation } from './navigation.ts';
import { ReportsScreen } from './reports/reports-screen.tsx';
import { SearchScreen } from './search/search-screen.tsx';
import { TodayScreen } from './today/today-screen.tsx';

interface AppProps {
  readonly navigation: Navigation;
  readonly voice: Voice;
  readonly agent: DeskAgent;
  /** Whether the terminal draws more than ASCII. */
  readonly unicode: boolean;
  /** The moment, in epoch milliseconds. */
  readonly now: () => number;
}

/** All that is drawn, in signs which the terminal has. */
export function App({ unicode, ...rest }: AppProps) {
  return (
    <SignsOf value={unicode}>
      <Screen {...rest} />
    </SignsOf>
  );
}

/**
 * The screen that is shown now, in a terminal that is large enough for it. Keys are heard here, and
 * so at every size: a window that is too small for a moment loses no letter, and can be left.
 */
function Screen({ navigation, voice, agent, now }: Omit<AppProps, 'unicode'>) {
  const { columns, rows } = useWindowSize();
  const shown = useSyncExternalStore(navigation.subscribe, navigation.shown);
  useKeys(navigation.press);
  // Its own effects, by which it begins, come before this one.
  useEffect(() => {
    if (shown !== undefined) navigation.arrived();
  }, [navigation, shown]);
  if (isTooSmall(columns, rows))
    return <TooSmall words={voice.words} columns={columns} rows={rows} />;
  if (shown === undefined) return null;
  const size = { columns, rows };
  switch (shown.kind) {
    case 'today':
      return (
        <TodayScreen session={shown.session} voice={navigation.voice} agent={agent} {...size} />
      );
    case 'list':
      return (
        <ListScreen
          session={shown.session}
          voice={navigation.voice}
          playbook={navigation.playbook}
          {...size}
        />
      );
    case 'reports':
      return <ReportsScreen session={shown.session} voice={navigation.voice} {...size} />;
    case 'search':
      return <SearchScreen session={shown.session} voice={navigation.voice} {...size} />;
    case 'complaint':
      return <ComplaintScreen session={shown.session} {...size} />;
    case 'conversation':
      return <ConversationScreen session={shown.session} now={now} {...size} />;
  }
}
