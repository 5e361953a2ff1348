/** Every scenario, in both styles and with debug mode off and on, against what CPython said. */
import { lineDifference } from './diff';
import { load, play } from './play';
import { allScenarios } from './scenarios';

describe.each(allScenarios())('$name: $summary', (scenario) => {
  describe.each(scenario.styles)('in %s style', (style) => {
    const program = load(scenario, style);

    test.each([
      ['as CPython says', false],
      ['as CPython says in debug mode', true],
    ])('%s', async (_title, debug) => {
      const difference = lineDifference(scenario.recorded(debug), await play(program, debug));
      if (difference !== null) throw new Error(`- CPython  + asyncio-ts\n${difference}`);
    });
  });
});
