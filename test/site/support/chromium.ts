/**
 * Debian's Chromium, driven by playwright-core. `npm run docs:test` installs it; where that can't be, the tests of the
 * site are skipped with a notice.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const PLACES = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

const FLAGS = [
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

/** A browser with a fresh profile. */
export class Browser {
  readonly #contexts: { context: BrowserContext; profile: string }[] = [];
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** A page, and what went wrong in it. */
  async open(options: BrowserContextOptions = {}): Promise<{ page: Page; problems: string[] }> {
    const profile = mkdtempSync(join(tmpdir(), 'site-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: this.#path,
      headless: true,
      args: FLAGS,
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    this.#contexts.push({ context, profile });
    const page = context.pages()[0] ?? (await context.newPage());
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

  async close(): Promise<void> {
    for (const { context, profile } of this.#contexts.splice(0)) {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    }
  }
}
