/** Programs in the pages: they run, can be edited, compared with Python, stopped, shared and drawn. */
import { describeInChromium, outputOf, useSite } from './support/context';

describeInChromium('a program in a page', () => {
  const { open } = useSite();

  test('runs, and prints what it prints on Node', async () => {
    const { page, problems } = await open('');
    const program = page.locator('[data-name="home/first"]');
    await program.locator('button.run').click();
    expect(await outputOf(program)).toEqual(['hello Grace', 'hello Ada', '8']);
    expect(problems).toEqual([]);
  });

  test('runs beside its Python original', async () => {
    const { page, problems } = await open('');
    const program = page.locator('[data-name="home/first"]');
    await program.locator('button.both').click();
    await program.locator('.verdict').waitFor();
    expect(await program.locator('.verdict').innerText()).toBe('Both print the same.');
    expect(problems).toEqual([]);
  });

  test('can be edited', async () => {
    const { page } = await open('');
    const program = page.locator('[data-name="home/first"]');
    await program.locator('button.edit').click();
    await program.locator('.cm-content').first().fill("console.log('edited', 1 + 1);");
    await program.locator('button.run').click();
    expect(await outputOf(program)).toEqual(['edited 2']);
  });

  test.each([
    ['learn/awaitables.html', 'learn/awaitables/four_words'],
    ['debugging.html', 'debugging/coroutine_repr'],
    ['reference/gather.html', 'reference/gather/example'],
  ])('of /%s runs, and once more when it was edited', async (path, name) => {
    const { page, problems } = await open(path);
    const program = page.locator(`[data-name="${name}"]`);
    await program.locator('button.run').click();
    const before = await outputOf(program);
    expect(before.join('')).not.toBe('');
    await program.locator('button.edit').click();
    const text = program.locator('.cm-content').first();
    await text.press('Control+End');
    await page.keyboard.insertText("\nconsole.log('edited', 40 + 2);");
    await program.locator('button.run').click();
    await program.locator('.output pre').filter({ hasText: 'edited 42' }).waitFor();
    expect(await outputOf(program)).toEqual([...before, 'edited 42']);
    expect(problems).toEqual([]);
  });

  test('is stopped even if it never comes to an end', async () => {
    const { page } = await open('');
    const program = page.locator('[data-name="home/first"]');
    await program.locator('button.edit').click();
    await program.locator('.cm-content').first().fill("console.log('begins'); while (true) {}");
    await program.locator('button.run').click();
    await program.locator('.output pre').filter({ hasText: 'begins' }).waitFor();
    await program.locator('button.stop').click();
    expect(await outputOf(program)).toEqual(['begins']);
    await program.locator('.cm-content').first().fill("console.log('again');");
    await program.locator('button.run').click();
    await program.locator('.output pre').filter({ hasText: 'again' }).waitFor();
  });

  test.each([
    ["throw new Error('lost');", 'Error: lost'],
    ['const x: = 1;', 'SyntaxError: program.ts'],
    ["import 'node:fs';", "Cannot find module 'node:fs'. A page has: asyncio-ts"],
  ])('says what is wrong with %j', async (source, message) => {
    const { page } = await open('play.html');
    const program = page.locator('[data-name="typescript"]');
    await program.locator('.cm-content').fill(source);
    await program.locator('button.run').click();
    const printed = (await outputOf(program)).join('\n');
    expect(printed).toContain(message);
    expect(printed).not.toContain('blob:');
  });

  test('reports a coroutine that nobody awaits, when it ends', async () => {
    const { page } = await open('play.html');
    const program = page.locator('[data-name="typescript"]');
    await program
      .locator('.cm-content')
      .fill(
        "'use asyncio';\nimport * as asyncio from 'asyncio-ts';\nasync function work() {}\nasync function main() { work(); }\nawait asyncio.run(main());",
      );
    await program.locator('button.run').click();
    expect((await outputOf(program)).join('\n')).toContain("coroutine 'work' was never awaited");
  });
});

describeInChromium('the playground', () => {
  const { open } = useSite();

  test('opens the program that a link holds', async () => {
    const { page, problems } = await open('play.html');
    const program = page.locator('[data-name="typescript"]');
    await program.locator('.cm-content').fill("console.log('shared +/=');");
    await program.getByRole('button', { name: 'Copy link' }).click();
    await page.waitForURL(/#code=/);
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await program.locator('button.run').click();
    expect(await outputOf(program)).toEqual(['shared +/=']);
    expect(problems).toEqual([]);
  });

  test('draws what the loop did, turn by turn', async () => {
    const { page } = await open('play.html');
    await page.locator('[data-name="typescript"] button.run').click();
    const timeline = page.locator('.timeline');
    await timeline.locator('svg').first().waitFor();
    const names = await timeline.locator('.names text').allTextContents();
    expect(names.slice(0, 4)).toEqual(
      ['loop', 'Task-1', 'Task-2', 'Task-3'].map((name) => expect.stringContaining(name)),
    );
    expect(await timeline.locator('rect.run').count()).toBeGreaterThan(5);
    expect(await timeline.locator('path.wake').count()).toBeGreaterThan(1);

    await timeline.getByRole('button', { name: 'Next turn' }).click();
    expect(await timeline.locator('.queue li').allInnerTexts()).toEqual(['Task-1']);
    await timeline.getByRole('button', { name: 'Next turn' }).click();
    expect(await timeline.locator('.queue li').allInnerTexts()).toEqual(['Task-2', 'Task-3']);
    await timeline.getByRole('button', { name: 'Previous turn' }).click();
    expect(await timeline.locator('.queue li').allInnerTexts()).toEqual(['Task-1']);

    const width = async () => Number(await timeline.locator('.chart svg').getAttribute('width'));
    const before = await width();
    await timeline.getByRole('button', { name: 'Zoom in' }).click();
    expect(await width()).toBeGreaterThan(before);

    const download = page.waitForEvent('download');
    await timeline.getByRole('button', { name: 'Save as SVG' }).click();
    expect((await download).suggestedFilename()).toBe('timeline.svg');
  });

  test('draws three hundred tasks', async () => {
    const { page } = await open('play.html');
    const program = page.locator('[data-name="typescript"]');
    await program
      .locator('.cm-content')
      .fill(
        "'use asyncio';\nimport * as asyncio from 'asyncio-ts';\nasync function work(n: number) { await asyncio.sleep(n / 10000); }\nasync function main() { await asyncio.gather(...Array.from({ length: 300 }, (_, n) => work(n))); }\nawait asyncio.run(main());",
      );
    await program.locator('button.run').click();
    await page.locator('.timeline .chart svg').waitFor();
    expect(await page.locator('.timeline .chart line.life').count()).toBeGreaterThan(300);
  });
});
