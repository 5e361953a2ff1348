/** The pages: both languages, the search, the keyboard, accessibility, small screens, their weight. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describeInChromium, useSite } from './support/context';

const PAGES = ['', 'start.html', 'learn/cancellation.html', 'port/', 'reference/gather.html', 'play.html'];
const IN_CHINESE = ['zh/', 'zh/start.html', 'zh/learn/cancellation.html', 'zh/port/', 'zh/play.html'];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** In bytes, as they come over the line. */
const FIRST_LOAD = 150_000;

/** Whether the page is wider than its window. The types of a page aren't those of a test, hence the text. */
function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

describeInChromium('a page', () => {
  const { open } = useSite();

  test.each([...PAGES, ...IN_CHINESE])('/%s opens without an error, and axe finds nothing', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, problems } = await open(path, { colorScheme });
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
      // What isn't a colour is the same in the dark.
      const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
      const told = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
      expect(told).toEqual([]);
      expect(problems).toEqual([]);
    }
  });

  test.each([...PAGES, ...IN_CHINESE])('/%s fits on a phone', async (path) => {
    const { page, problems } = await open(path, PHONE);
    expect(await scrollsSideways(page)).toBe(false);
    expect(problems).toEqual([]);
  });

  test.each(['learn/cancellation.html', 'reference/gather.html', 'zh/start.html'])(
    '/%s is light on its first load',
    async (path) => {
      const { page } = await open('404.html');
      let bytes = 0;
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await page.goto(new URL(path, page.url()).href, { waitUntil: 'networkidle' });
      expect(bytes).toBeGreaterThan(20_000);
      expect(bytes).toBeLessThan(FIRST_LOAD);
    },
  );
});

describeInChromium('a reader', () => {
  const { open } = useSite();

  test('switches the language, and stays on the page', async () => {
    const { page } = await open('start.html');
    await page.getByRole('button', { name: 'Change language' }).first().hover();
    await page.getByRole('link', { name: '简体中文' }).first().click();
    await page.waitForURL(/\/zh\/start\.html$/);
    await page.locator('h1').filter({ hasText: '起步' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  });

  test.each([
    ['start.html', 'Search', 'create_task', /create_task/],
    ['zh/start.html', '搜索', '取消', /取消/],
  ])('finds what is looked for, from /%s', async (path, button, words, found) => {
    const { page } = await open(path);
    await page.getByRole('button', { name: button }).first().click();
    await page.locator('#localsearch-input').fill(words);
    const first = page.locator('#localsearch-list .result').first();
    await first.waitFor();
    expect(await page.locator('#localsearch-list').innerText()).toMatch(found);
    await first.click();
    await page.waitForURL((url) => !url.href.includes(path));
  });

  test('walks a page with the keyboard, and runs its program', async () => {
    const { page } = await open('');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/Skip to content/);
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await page.locator('[data-name="home/first"] button.run:focus').count()) > 0) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('[data-name="home/first"] .output pre').filter({ hasText: 'hello Ada' }).waitFor();
  });
});
