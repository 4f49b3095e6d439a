import type { Desk } from '../../../src/desk/desk.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { createSpokenTime } from '../../../src/language/spoken-time.ts';
import type { QuestionName } from '../../../src/rules/questions.ts';
import { App } from '../../../src/screens/app.tsx';
import type { ConversationView } from '../../../src/screens/conversation/view.ts';
import {
  Navigation,
  type ScreenResult,
  type ScreenStart,
} from '../../../src/screens/navigation.ts';
import { type RenderedScreen, renderScreen } from '../../support/render-screen.tsx';
import { patience } from '../../support/shown.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { keysUpTo } from './a-conversation.ts';

/** How the agent sits down. */
export interface Seat {
  readonly start?: ScreenStart;
  readonly columns?: number;
  readonly rows?: number;
  readonly unicode?: boolean;
  readonly color?: boolean;
}

/** An agent at the conversation screen: hands on its keys, eyes on its frames. */
export interface AtTheDesk extends RenderedScreen {
  readonly ended: Promise<ScreenResult>;
  /** What is drawn now, as the screen has it. */
  view(): ConversationView;
  /** Types a text and presses Enter. */
  answer(text: string): Promise<void>;
  /** Waits until this question is in hand; `undefined` is the record at the end. */
  reach(question: ConversationView['at']): Promise<void>;
  /** Waits until something holds of what is drawn. */
  until(holds: (view: ConversationView) => boolean): Promise<void>;
  /** The program is stopped: what is typed is kept and the screen goes. */
  stop(): Promise<void>;
}

/** Opens a conversation of a desk on a full screen, as `amends new` and `amends resume` do. */
export async function sitDown(desk: Desk, seat: Seat = {}): Promise<AtTheDesk> {
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const { columns = 80, rows = 24, color = true, unicode = true } = seat;
  const navigation = new Navigation(desk, voice, unicode);
  await navigation.open(seat.start ?? { kind: 'new' });
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
  const view = (): ConversationView => {
    const shown = navigation.shown();
    if (shown?.kind !== 'conversation') throw new Error('no conversation is open');
    return shown.session.view();
  };
  const until = async (holds: (view: ConversationView) => boolean): Promise<void> => {
    if (await waitUntil(() => holds(view()), patience)) return drawn(screen);
    const { at, fault, notice } = view();
    throw new Error(`It never came. At ${at}; ${fault ?? notice ?? ''}\n${screen.terminal.text()}`);
  };
  return {
    ...screen,
    ended: navigation.ended,
    view,
    until,
    async answer(text) {
      await screen.type(text);
      await screen.press('enter');
    },
    reach: (question) => until(({ at }) => at === question),
    async stop() {
      await navigation.keep();
      await screen.unmount();
    },
  };
}

/** Opens a new conversation and answers Maria's questions up to one, which is then in hand. */
export async function sitDownAt(
  desk: Desk,
  question: QuestionName,
  seat: Seat = {},
): Promise<AtTheDesk> {
  const agent = await sitDown(desk, seat);
  await agent.rush(keysUpTo(question));
  await agent.reach(question);
  return agent;
}

/** Waits until the last change is on the screen. */
const drawn = (screen: RenderedScreen): Promise<void> => screen.see('');
