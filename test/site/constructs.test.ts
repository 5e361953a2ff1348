/** The constructs of the guide for porters lead to the playground, where they run in each of their styles. */
import { describeInChromium, outputOf, useSite } from './support/context';

const TRIED = [
  ['async-def', 'Wrapped', 'hello Ada'],
  ['async-def', 'Generator', 'hello Ada'],
  ['async-def', 'Compiled', 'hello Ada'],
  ['run-until-complete', 'Playground', 'hello Ada'],
] as const;

describeInChromium('a construct of Python', () => {
  const { open } = useSite();

  test.each(TRIED)('%s, %s, runs in the playground beside its Python', async (name, style, printed) => {
    const { page, problems } = await open('port/constructs.html');
    await page.locator(`.playable[data-name="${name}"]`).getByRole('button', { name: style }).click();
    await page.waitForURL(/play\.html#code=/);
    const program = page.locator('[data-name="typescript"]');
    await program.locator('.cm-content').waitFor();
    await program.locator('button.run').click();
    expect(await outputOf(program)).toEqual([printed]);
    expect(await page.locator('[data-name="python"] .cm-content').innerText()).toContain('import asyncio');
    expect(problems).toEqual([]);
  });

  test('that needs Node says so', async () => {
    const { page } = await open('port/constructs.html');
    expect(await page.locator('.playable').count()).toBeGreaterThan(30);
    expect(await page.locator('main').innerText()).toContain('This needs Node: a page has no threads.');
  });
});
