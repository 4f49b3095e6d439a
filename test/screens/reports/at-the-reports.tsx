import { useWindowSize } from 'ink';
import type { Desk } from '../../../src/desk/desk.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { createSpokenTime } from '../../../src/language/spoken-time.ts';
import type { ReportAsked } from '../../../src/reports/make-report.ts';
import type { Report } from '../../../src/reports/report.ts';
import { type ReportSource, reportSourceOf } from '../../../src/reports/report-source.ts';
import type { Key } from '../../../src/screens/kit/keys.ts';
import { SignsOf } from '../../../src/screens/kit/signs.tsx';
import { useKeys } from '../../../src/screens/kit/use-keys.ts';
import { ReportsScreen } from '../../../src/screens/reports/reports-screen.tsx';
import {
  type ReportsChoice,
  ReportsSession,
  type ReportsStart,
} from '../../../src/screens/reports/session.ts';
import { type RenderedScreen, renderScreen } from '../../support/render-screen.tsx';
import { sampleReports } from '../../support/sample-reports.ts';

/** How the agent looks at the reports. */
export interface ReportsSeat {
  readonly start?: ReportsStart;
  readonly columns?: number;
  readonly rows?: number;
  readonly unicode?: boolean;
  readonly color?: boolean;
  /** Where reports come from; made-up ones, unless it is said otherwise. */
  readonly source?: ReportSource;
}

/** An agent at the reports: hands on the keys, eyes on the frames. */
export interface AtTheReports extends RenderedScreen {
  readonly session: ReportsSession;
  /** What was asked for, one after the other. */
  readonly asked: readonly ReportAsked[];
  /** Where the agent went from here. */
  readonly choices: readonly ReportsChoice[];
  /** The reports that were opened as pages. */
  readonly opened: readonly Report[];
  /** Keys that were typed for where the agent went. */
  readonly keysLeft: readonly Key[];
  /** The first line of the row in hand, without its sign. */
  inHand(): string;
}

/** Opens the reports of a desk on a full screen. */
export async function lookAtReports(desk: Desk, seat: ReportsSeat = {}): Promise<AtTheReports> {
  const { columns = 80, rows = 24, unicode = true, color = true, source = madeUp } = seat;
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const choices: ReportsChoice[] = [];
  const asked: ReportAsked[] = [];
  const opened: Report[] = [];
  const keysLeft: Key[] = [];
  const parts = {
    desk,
    voice,
    source: {
      make: (question: ReportAsked) => {
        asked.push(question);
        return source.make(question);
      },
    },
    openPage: async ({ report }: { readonly report: Report | undefined }) => {
      if (report !== undefined) opened.push(report);
      return 'It opens in your browser';
    },
    onChoice: (choice: ReportsChoice) => {
      choices.push(choice);
    },
    onKeysLeft: (keys: readonly Key[]) => {
      keysLeft.push(...keys);
    },
  };
  const session = new ReportsSession(parts, seat.start ?? {});
  const Host = () => {
    const size = useWindowSize();
    useKeys(session.press);
    return (
      <SignsOf value={unicode}>
        <ReportsScreen session={session} voice={voice} {...size} />
      </SignsOf>
    );
  };
  const screen = renderScreen(<Host />, { columns, rows, color });
  await screen.see('Reports: ');
  await screen.dontSee('counting');
  // The names of the reports stand to the left of it where there is room.
  const inHand = (): string => {
    const side = columns >= 104 ? 22 : 0;
    const lines = screen.lines().map((line) => line.slice(side));
    return lines.find((line) => /^ [▸>] \S/.test(line))?.slice(3) ?? '';
  };
  return { ...screen, session, asked, choices, opened, keysLeft, inHand };
}

/** The made-up report of that name, whatever else was asked for. */
const madeUp: ReportSource = { make: async ({ name }) => sampleReports[name] };

/** The real ones. */
export const realReports = (desk: Desk): ReportSource => reportSourceOf(desk, createMessages('en'));
