/** The programs of the pages about the compiler and the command line print what is recorded. */
import { recordedUnder, run, textOf } from './programs';

const programs = ['compiling', 'command-line'].flatMap(recordedUnder);

test('there are programs', () => {
  expect(programs).toEqual(expect.arrayContaining(['compiling/fetch_all', 'command-line/hello']));
});

test.each(programs)('%s prints what is recorded, and reports nothing', async (program) => {
  const { output, errors } = await run(`${program}.ts`);
  expect(errors).toBe('');
  expect(output).toBe(textOf(`${program}.out`));
});
