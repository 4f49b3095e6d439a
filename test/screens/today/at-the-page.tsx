import { useWindowSize } from 'ink';
import type { Desk } from '../../../src/desk/desk.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { createSpokenTime } from '../../../src/language/spoken-time.ts';
import { SignsOf } from '../../../src/screens/kit/signs.tsx';
import { useKeys } from '../../../src/screens/kit/use-keys.ts';
import { openToday } from '../../../src/screens/today/open-today.ts';
import type { TodayChoice, TodayPlace, TodaySession } from '../../../src/screens/today/session.ts';
import { TodayScreen } from '../../../src/screens/today/today-screen.tsx';
import { type RenderedScreen, renderScreen } from '../../support/render-screen.tsx';

/** An agent at the page of today: hands on its keys, eyes on its frames. */
export interface AtThePage extends RenderedScreen {
  readonly session: TodaySession;
  /** Where they went from here, in order. */
  readonly choices: readonly TodayChoice[];
}

interface Seat {
  readonly columns?: number;
  readonly rows?: number;
  readonly unicode?: boolean;
  readonly color?: boolean;
  readonly place?: TodayPlace;
}

/** Opens the page of today on a full screen. */
export async function openPage(desk: Desk, seat: Seat = {}): Promise<AtThePage> {
  const { columns = 80, rows = 24, unicode = true, color = true, place } = seat;
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const choices: TodayChoice[] = [];
  const session = await openToday(desk, voice, (choice) => choices.push(choice), place);
  const Page = () => {
    const size = useWindowSize();
    useKeys((key) => session.press(key));
    return <TodayScreen session={session} voice={voice} agent={desk.agent} {...size} />;
  };
  const screen = renderScreen(
    <SignsOf value={unicode}>
      <Page />
    </SignsOf>,
    { columns, rows, color },
  );
  await screen.see('Today');
  return { ...screen, session, choices };
}
