/** A fault in the library is noticed. `npm run conformance:faults` compares everything; here it is one scenario for each. */
import { FAULTS } from './list';
import { tryFault } from './trial';

const NUMBERED = FAULTS.map((fault, number) => [fault.name, fault.scenario, number] as const);

describe('faults', () => {
  test.each(NUMBERED)(
    '%s: the scenario %s notices it',
    async (_name, scenario, number) => {
      const outcome = await tryFault(number, { programs: 0, scenarios: [scenario] });
      expect(outcome).toEqual({ scenarios: [scenario], compared: 1, programs: null, broken: null });
    },
    60_000,
  );

  test('without a fault the same scenarios agree', async () => {
    const scenarios = [...new Set(FAULTS.map((fault) => fault.scenario))];
    const outcome = await tryFault(-1, { programs: 0, scenarios });
    expect(outcome).toEqual({ scenarios: [], compared: scenarios.length, programs: null, broken: null });
  }, 60_000);
});
