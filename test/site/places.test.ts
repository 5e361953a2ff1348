/** What a program says of a place in it leads there, whatever it is that says so. */
import type { Locator } from 'playwright-core';
import { describeInChromium, outputOf, useSite } from './support/context';

/** The text behind the cursor, in its line. The editor may have to be loaded first. */
async function behindCursor(program: Locator): Promise<string> {
  await program.locator('.cm-focused').waitFor();
  return program.evaluate(() => {
    const { anchorNode, anchorOffset } = document.getSelection()!;
    const line = (anchorNode instanceof Element ? anchorNode : anchorNode!.parentElement!).closest('.cm-line')!;
    const range = document.createRange();
    range.setStart(anchorNode!, anchorOffset);
    range.setEnd(line, line.childNodes.length);
    return range.toString();
  });
}

const TYPESCRIPT = [
  ['a mistake in the source', "console.log('one');\n  const x: = 1;", 'program.ts:2:12', '= 1;'],
  ['a module that a page has not', "console.log(1);\nimport 'node:fs';", 'program.ts:2', "import 'node:fs';"],
  ['an error', "const fail = () => {\n  throw new Error('lost');\n};\nfail();", 'program.ts:2:9', "new Error('lost');"],
  ['a type that is more than one', 'const a = 1;\nenum E { A }', 'program.ts:2:1', 'enum E { A }'],
  [
    'a report in debug mode',
    "import * as asyncio from 'asyncio-ts';\nawait asyncio.run(async () => {\n  asyncio.sleep(1);\n}, { debug: true });",
    '"program.ts", line 3',
    '  asyncio.sleep(1);',
  ],
] as const;

describeInChromium('a place that is told', () => {
  const { open } = useSite();

  test.each(TYPESCRIPT)('by %s', async (_what, source, place, text) => {
    const { page } = await open('play.html');
    const program = page.locator('[data-name="typescript"]');
    await program.locator('.cm-content').fill(source);
    await program.locator('button.run').click();
    await outputOf(program);
    await program.getByRole('button', { name: place, exact: true }).first().click();
    expect(await behindCursor(program)).toBe(text);
  });

  test('by a traceback of Python', async () => {
    const { page } = await open('play.html');
    const program = page.locator('[data-name="python"]');
    await program.locator('.cm-content').fill('print(1)\nprint(2 +)');
    await program.locator('button.run').click();
    await outputOf(program);
    await program.getByRole('button', { name: '"program.py", line 2' }).click();
    expect(await behindCursor(program)).toBe('print(2 +)');
  });

  test('opens the editor of an example', async () => {
    const { page } = await open('lint/no-nested-run.html');
    const program = page.locator('[data-name="lint/no-nested-run/wrong"]');
    await program.locator('button.run').click();
    await outputOf(program);
    await program.getByRole('button', { name: 'program.ts:6:29' }).click();
    expect(await behindCursor(program)).toBe('run(work()));');
  });
});
