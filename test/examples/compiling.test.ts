/** The programs of the page about the compiler print what is recorded. */
import { recordedUnder, run, textOf } from './programs';

const programs = recordedUnder('compiling');

test('there are programs', () => {
  expect(programs).not.toHaveLength(0);
});

test.each(programs)('%s prints what is recorded, and reports nothing', async (program) => {
  const { output, errors } = await run(`${program}.ts`);
  expect(errors).toBe('');
  expect(output).toBe(textOf(`${program}.out`));
});
