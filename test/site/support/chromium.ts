/**
 * Debian's Chromium, driven by playwright-core. `npm run docs:test` installs it; where that can't be, the tests of the
 * site are skipped with a notice.
 */
import { existsSync } from 'node:fs';
import { chromium, type BrowserContextOptions, type Browser as PlaywrightBrowser, type Page } from 'playwright-core';

const PLACES = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** How it is started. @public */
export const FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is, or why there is none. */
export function findChromium(): { path: string } | { missing: string } {
  const path = PLACES.find((place) => place !== '' && existsSync(place));
  return path === undefined ? { missing: 'Chromium is not installed: apt-get install chromium' } : { path };
}

/** A browser, which Playwright gives a fresh profile; each page has a context of its own, with nothing remembered. */
export class Browser {
  readonly #browser: PlaywrightBrowser;

  private constructor(browser: PlaywrightBrowser) {
    this.#browser = browser;
  }

  static async start(path: string): Promise<Browser> {
    return new Browser(await chromium.launch({ executablePath: path, headless: true, args: [...FLAGS] }));
  }

  /** A page, and what went wrong in it. */
  async open(options: BrowserContextOptions = {}): Promise<{ page: Page; problems: string[] }> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) problems.push(`${String(response.status())}: ${response.url()}`);
    });
    return { page, problems };
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#browser.contexts().map((context) => context.close()));
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
