/** Every scenario, in every style and with debug mode off and on, against what CPython said. */
import { comparedIn } from './compiled_style';
import { lineDifference } from './diff';
import { load } from './load';
import { play } from './play';
import { allScenarios } from './scenarios';

function expectSame(recorded: readonly string[], played: readonly string[]): void {
  const difference = lineDifference(recorded, played);
  if (difference !== null) throw new Error(`- CPython  + asyncio-ts\n${difference}`);
}

describe.each(allScenarios())('$name: $summary', (scenario) => {
  describe.each(scenario.styles)('in %s style', (style) => {
    test.each(scenario.modes)('says what CPython says, debug mode %s', async (mode) => {
      const debug = mode === 'on';
      const played = await play(load(scenario, style), debug);
      expectSame(comparedIn(style, scenario.recorded(debug)), comparedIn(style, played));
    });
  });
});
