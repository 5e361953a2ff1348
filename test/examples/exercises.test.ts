/** The exercises of the course: what the reader begins with is not the answer, and the solution is one. */
import { join } from 'node:path';
import type { Finished, Said } from '../../docs/exercises';
import { Oracle } from '../conformance/oracle';
import { pagesUnder, shown } from './pages';
import { filesUnder, isThere, run, runPython, textOf } from './programs';

const EXAMPLES = join(__dirname, '../../docs/examples');
const FILES = ['start.ts', 'solution.ts', 'solution.py', 'check.ts'];

// Loading CPython takes some seconds.
jest.setTimeout(60_000);

const exercises = filesUnder('learn', '/start.ts');

const lines = (text: string) => text.split('\n').slice(0, -1);

async function finished(file: string): Promise<Finished> {
  const { output, errors, seconds } = await run(file);
  return { output: lines(output), errors: lines(errors), seconds, source: textOf(file) };
}

type Check = (finished: Finished) => Said | null;

async function checked(exercise: string, file: string): Promise<Said | null> {
  const { check } = (await import(join(EXAMPLES, exercise, 'check.ts'))) as { check: Check };
  return check(await finished(`${exercise}/${file}`));
}

describe('an exercise', () => {
  test.each(exercises)('%s has all its files', (exercise) => {
    expect(FILES.filter((file) => !isThere(`${exercise}/${file}`))).toEqual([]);
  });

  test.each(exercises)(
    '%s begins with a program that is not the answer, and says why in both languages',
    async (exercise) => {
      const said = await checked(exercise, 'start.ts');
      expect(said?.en).toMatch(/^[A-Z`"'].+[.?]$/);
      expect(said?.zh).toMatch(/\p{Script=Han}.+[。？]$/u);
    },
  );

  test.each(exercises)('%s has a solution that passes', async (exercise) => {
    expect(await checked(exercise, 'solution.ts')).toBeNull();
  });
});

describe('the solution in Python', () => {
  let oracle: Oracle;

  beforeAll(async () => {
    oracle = Oracle.pyodide();
    await oracle.version;
  });

  afterAll(() => {
    oracle.close();
  });

  test.each(exercises)('of %s prints the same', async (exercise) => {
    const { output } = await runPython(oracle, `${exercise}/solution.py`);
    expect(output).toBe((await run(`${exercise}/solution.ts`)).output);
  });
});

test('the pages in both languages set each exercise, and none that does not exist', () => {
  const folders = exercises.map((exercise) => exercise.replace('/exercises/', '/'));
  expect(shown(pagesUnder('learn'), 'exercise')).toEqual(folders);
  expect(shown(pagesUnder('zh/learn'), 'exercise')).toEqual(folders);
});
