/** All examples that the pages offer to run, in a page: with its session, its worker and the compiler. */
import { describeInChromium, useSite } from './support/context';
import { offeredExamples, runInPage } from './support/examples';
import type { Ran } from './support/in_page';

/** How many values the comments of a program tell. */
const told = (source: string) => source.match(/\/\/ =>/g)?.length ?? 0;

const withoutAddresses = (text: string) => text.replace(/0x[0-9a-f…]+/g, '0x…');

const examples = offeredExamples();
const recorded = examples.filter((example) => example.recorded !== null);
const others = examples.filter((example) => example.recorded === null);
const asserting = others.filter(({ source }) => told(source) > 0);
const reporting = others.filter(({ source }) => told(source) === 0);

test('there are examples of all kinds of pages', () => {
  const kinds = examples.map(({ name }) => name.split('/')[0]);
  expect(kinds).toEqual(expect.arrayContaining(['home', 'start', 'learn', 'port', 'differences', 'reference']));
});

describeInChromium('in a page', () => {
  const { open } = useSite();
  let all = new Map<string, Ran>();

  beforeAll(async () => {
    const { page } = await open('404.html');
    all = await runInPage(page, examples);
  });

  const linesOf = (name: string, ...streams: string[]) =>
    (all.get(name)?.lines ?? []).filter(({ stream }) => streams.includes(stream)).map(({ text }) => text);

  test.each(recorded)('$name prints what is recorded', ({ name, recorded: wanted }) => {
    const printed = linesOf(name, 'output').map((text) => `${text}\n`);
    expect(withoutAddresses(printed.join(''))).toBe(withoutAddresses(wanted ?? ''));
    expect(all.get(name)?.end).toBe('ended');
  });

  test.each(asserting)('$name does what its comments say', ({ name, source }) => {
    expect(linesOf(name, 'error')).toEqual([]);
    expect(linesOf(name, 'warning').filter((text) => text.includes('// the comment says: '))).toEqual([]);
    // Each value is printed when it is reached.
    expect(linesOf(name, 'output').length).toBeGreaterThanOrEqual(told(source));
    expect(all.get(name)?.end).toBe('ended');
  });

  test.each(reporting)('$name is there for what is reported of it', ({ name }) => {
    expect(linesOf(name, 'warning', 'error')).not.toEqual([]);
    expect(all.get(name)?.end).toBe('ended');
  });
});
