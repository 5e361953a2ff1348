/** A thousand random programs, against CPython. `npm run conformance:random` runs more of them. */
import { Oracle } from '../oracle';
import { compareMany } from './compare';

const PROGRAMS = 100;

describe('random programs', () => {
  const oracle = Oracle.pyodide();
  afterAll(() => {
    oracle.close();
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'of seed %i trace what they trace in CPython',
    async (seed) => {
      expect((await compareMany(oracle, { seed, count: PROGRAMS, helpersOfEach: 10 })) ?? 'they agree').toBe(
        'they agree',
      );
    },
    60_000,
  );
});
