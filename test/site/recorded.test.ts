/** The examples of the lint rules, right and wrong, say in a page what is recorded of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesUnder } from '../examples/pages';
import { describeInChromium, outputOf, useSite } from './support/context';

const EXAMPLES = join(__dirname, '../../docs/examples');

const pages = pagesUnder('lint').filter(({ blocks }) => blocks.length > 0);

/** The lines without what is different on each machine, in any order: a page shows reports when they come. */
const linesOf = (text: string) =>
  text
    .replace(/0x[0-9a-f…]+/g, '0x…')
    .replace(/(\(intermediate value\))+/g, '…')
    .split('\n')
    .filter((line) => !/^ *at |^$/.test(line))
    .sort();

describeInChromium('the examples of a lint rule', () => {
  const { open } = useSite();

  test.each(pages)('$name', async ({ name, blocks }) => {
    const { page } = await open(`${name}.html`);
    for (const { path, flags } of blocks) {
      const program = page.locator(`[data-name="${path}"]`);
      if (!flags.includes('real-time')) await program.getByRole('button', { name: 'Virtual time' }).click();
      await program.locator('button.run').click();
      const said = (await outputOf(program)).join('\n');
      expect(linesOf(said)).toEqual(linesOf(readFileSync(`${EXAMPLES}/${path}.out`, 'utf8')));
    }
  });
});
