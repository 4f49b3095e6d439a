import type { Desk } from '../../../src/desk/desk.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { createSpokenTime } from '../../../src/language/spoken-time.ts';
import { App } from '../../../src/screens/app.tsx';
import type { ComplaintView } from '../../../src/screens/complaint/view.ts';
import {
  Navigation,
  type ScreenResult,
  type ScreenStart,
  type Shown,
} from '../../../src/screens/navigation.ts';
import { type RenderedScreen, renderScreen } from '../../support/render-screen.tsx';

/** How somebody sits down. */
export interface Seat {
  readonly columns?: number;
  readonly rows?: number;
  readonly unicode?: boolean;
  readonly color?: boolean;
}

/** Somebody at the screens: hands on their keys, eyes on their frames. */
export interface AtThePage extends RenderedScreen {
  readonly ended: Promise<ScreenResult>;
  /** Which screen is shown. */
  shown(): Shown['kind'] | undefined;
  /** What the page of a complaint shows. */
  page(): ComplaintView;
  /** Types a text and presses Enter. */
  answer(text: string): Promise<void>;
}

/** Opens the screens as the program does, at a complaint's page unless it is said otherwise. */
export async function openScreens(
  desk: Desk,
  start: ScreenStart,
  seat: Seat = {},
): Promise<AtThePage> {
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const { columns = 80, rows = 24, color = true, unicode = true } = seat;
  const navigation = new Navigation(desk, voice, unicode);
  await navigation.open(start);
  const screen = renderScreen(
    <App
      navigation={navigation}
      voice={voice}
      agent={desk.agent}
      unicode={unicode}
      now={desk.now}
    />,
    { columns, rows, color },
  );
  await screen.see(/\S/);
  return {
    ...screen,
    ended: navigation.ended,
    shown: () => navigation.shown()?.kind,
    page() {
      const shown = navigation.shown();
      if (shown?.kind !== 'complaint') throw new Error(`shown is ${shown?.kind}`);
      return shown.session.view();
    },
    async answer(text) {
      await screen.type(text);
      await screen.press('enter');
    },
  };
}
