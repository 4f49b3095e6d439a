import { useWindowSize } from 'ink';
import type { Desk } from '../../../src/desk/desk.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { createSpokenTime } from '../../../src/language/spoken-time.ts';
import { SignsOf } from '../../../src/screens/kit/signs.tsx';
import { useKeys } from '../../../src/screens/kit/use-keys.ts';
import { SearchScreen } from '../../../src/screens/search/search-screen.tsx';
import { type SearchChoice, SearchSession } from '../../../src/screens/search/session.ts';
import { type RenderedScreen, renderScreen } from '../../support/render-screen.tsx';

/** How the agent searches. */
export interface SearchSeat {
  readonly text?: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly unicode?: boolean;
  readonly color?: boolean;
}

/** An agent at the search: hands on its keys, eyes on its frames. */
export interface AtTheSearch extends RenderedScreen {
  readonly session: SearchSession;
  /** Where the agent went from here, one after the other. */
  readonly choices: readonly SearchChoice[];
}

/** Opens the search of a desk on a full screen. */
export async function searchAt(desk: Desk, seat: SearchSeat = {}): Promise<AtTheSearch> {
  const { columns = 80, rows = 24, unicode = true, color = true, text } = seat;
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const choices: SearchChoice[] = [];
  const start = text === undefined ? {} : { text };
  const session = new SearchSession(desk, voice, start, (choice) => {
    choices.push(choice);
  });
  const Host = () => {
    const size = useWindowSize();
    useKeys(session.press);
    return (
      <SignsOf value={unicode}>
        <SearchScreen session={session} voice={voice} {...size} />
      </SignsOf>
    );
  };
  const screen = renderScreen(<Host />, { columns, rows, color });
  await screen.see('SEARCH');
  return { ...screen, session, choices };
}
