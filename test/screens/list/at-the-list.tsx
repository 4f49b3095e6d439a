import { useWindowSize } from 'ink';
import type { Desk } from '../../../src/desk/desk.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { createSpokenTime } from '../../../src/language/spoken-time.ts';
import { SignsOf } from '../../../src/screens/kit/signs.tsx';
import { useKeys } from '../../../src/screens/kit/use-keys.ts';
import { ListScreen } from '../../../src/screens/list/list-screen.tsx';
import { type ListChoice, ListSession, type ListStart } from '../../../src/screens/list/session.ts';
import { type RenderedScreen, renderScreen } from '../../support/render-screen.tsx';

/** How the agent looks at the list. */
export interface ListSeat {
  readonly start?: ListStart;
  readonly columns?: number;
  readonly rows?: number;
  readonly unicode?: boolean;
  readonly color?: boolean;
}

/** An agent at the list: hands on its keys, eyes on its frames. */
export interface AtTheList extends RenderedScreen {
  readonly session: ListSession;
  /** Where the agent went from here, one after the other. */
  readonly choices: readonly ListChoice[];
  /** The line of the row in hand, without its sign. */
  inHand(): string;
}

/** Opens the list of a desk on a full screen. */
export async function lookAtList(desk: Desk, seat: ListSeat = {}): Promise<AtTheList> {
  const { columns = 80, rows = 24, unicode = true, color = true } = seat;
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const choices: ListChoice[] = [];
  const session = new ListSession(desk, voice, seat.start ?? {}, (choice) => {
    choices.push(choice);
  });
  const Host = () => {
    const size = useWindowSize();
    useKeys(session.press);
    return (
      <SignsOf value={unicode}>
        <ListScreen session={session} voice={voice} playbook={desk.playbook} {...size} />
      </SignsOf>
    );
  };
  const screen = renderScreen(<Host />, { columns, rows, color });
  await screen.dontSee('Reading');
  await screen.see('Complaints');
  const inHand = (): string =>
    screen
      .lines()
      .find((line) => /^ [▸>] (?!Tab)/.test(line))
      ?.slice(3)
      .replace(/[↑↓^v]$/, '')
      .trimEnd() ?? '';
  return { ...screen, session, choices, inHand };
}
