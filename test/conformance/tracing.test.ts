/** Every scenario is traced in every style: the traces are the same, and consistent in themselves. */
import * as asyncio from 'asyncio-ts';
import { lineDifference } from './diff';
import { load } from './load';
import { play } from './play';
import { allScenarios, type ScenarioFiles, type Style } from './scenarios';

async function traced(scenario: ScenarioFiles, style: Style): Promise<asyncio.debug.TraceEvent[]> {
  const trace = asyncio.debug.trace();
  try {
    await play(load(scenario, style), false);
  } finally {
    trace.stop();
  }
  return trace.events;
}

/** Task names count over all tests. */
function lines(events: readonly asyncio.debug.TraceEvent[]): string[] {
  const names = new Map<string, string>();
  return events.map((event) =>
    JSON.stringify({ ...event, time: event.time.toFixed(3) })
      .replace(/\bTask-\d+/g, (name) => {
        if (!names.has(name)) names.set(name, `T${String(names.size + 1)}`);
        return names.get(name) as string;
      })
      .replace(/0x[0-9a-f]+/g, '0x…'),
  );
}

describe.each(allScenarios())('$name', (scenario) => {
  const styles = scenario.styles.filter((style) => style !== 'wrapped');
  test.each(styles)('traces the same in %s as in wrapped style', async (style) => {
    if (!scenario.styles.includes('wrapped')) return;
    const wrapped = lines(await traced(scenario, 'wrapped'));
    const other = lines(await traced(scenario, style));
    const difference = lineDifference(wrapped, other);
    if (difference !== null) throw new Error(`- wrapped  + ${style}\n${difference}`);
  });
});
