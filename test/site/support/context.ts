/** What the tests of the site share: the built site, served under its base path, and a browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { Browser, findChromium } from './chromium';
import { basePath, serve, type Site } from './server';

const DIST = join(__dirname, '../../../docs/.vitepress/dist');

/** Starting a program loads the library; CPython takes some seconds more, and the machine may be busy. */
const PATIENCE = 60_000;

const found = findChromium();

/** `describe`, or `describe.skip` with the reason where there is no browser. */
export const describeInChromium = 'path' in found ? describe : describe.skip;

/** To be called once in a file: gives the site and the browser to its tests. */
export function useSite(): {
  open: (path: string, options?: Parameters<Browser['open']>[0]) => Promise<Opened>;
} {
  let site: Site | null = null;
  let browser: Browser | null = null;

  beforeAll(async () => {
    if (!('path' in found)) return;
    if (!existsSync(DIST)) throw new Error('The site is not built: npm run docs:build');
    site = await serve(DIST, basePath(DIST));
    browser = await Browser.start(found.path);
  });

  afterEach(async () => {
    await browser?.closePages();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return {
    async open(path, options) {
      if (site === null || browser === null) throw new Error('the tests have not begun');
      const { page, problems } = await browser.open(options);
      page.setDefaultTimeout(PATIENCE);
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      return { page, problems };
    },
  };
}

interface Opened {
  readonly page: Page;
  /** Errors of the page, of its console and of what it has loaded. */
  readonly problems: string[];
}

/** Waits until a program has ended, and gives the lines that it has printed. */
export async function outputOf(program: Locator): Promise<string[]> {
  await program
    .locator('.output .status')
    .first()
    .filter({ hasText: /Ended|Failed|Stopped|结束|失败|停止/ })
    .waitFor();
  const text = await program.locator('.output pre').first().innerText();
  return text.trimEnd().split('\n');
}
