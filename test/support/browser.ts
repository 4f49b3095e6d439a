import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { atTestEnd } from './at-test-end.ts';
import { temporaryFolder } from './temporary-folder.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium is; undefined where there is none. */
export const browserPlace = places.find((place) => existsSync(place));

/** Why the tests that need one cannot run; never so in CI, which installs one. */
export const noBrowser =
  browserPlace === undefined && process.env['CI'] === undefined
    ? `no Chromium at ${places.join(', ')}`
    : undefined;

/** Starts a Chromium that talks to nobody. Whoever starts it closes it. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(browserPlace === undefined ? {} : { executablePath: browserPlace }),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** How somebody looks at a page. */
export interface Looking {
  readonly width: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
  readonly script?: boolean;
}

/** A page that was opened from a file, and what it did besides being shown. */
export interface OpenedPage {
  readonly page: Page;
  /** What it said on its console, and the errors in it. */
  readonly said: readonly string[];
  /** What it asked for besides itself. */
  readonly asked: readonly string[];
}

/** Opens a page as somebody does who was sent the file. It is closed when the test ends. */
export async function openInBrowser(
  browser: Browser,
  html: string,
  { width, height = 900, scheme = 'light', media = 'screen', script = true }: Looking,
): Promise<OpenedPage> {
  const file = join(temporaryFolder(), 'report.html');
  writeFileSync(file, html);
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: script,
  });
  atTestEnd(() => context.close());
  const page = await context.newPage();
  const said: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address) asked.push(request.url());
  });
  await page.emulateMedia({ media, colorScheme: scheme });
  await page.goto(address);
  return { page, said, asked };
}
