/** Every scenario is traced in every style: the traces are the same, and consistent in themselves. */
import * as asyncio from 'asyncio-ts';
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

/**
 * The records as lines, without what differs by its nature: the numbers in names of tasks go on from test to test; a compiled
 * function has a name where one that is wrapped is a lambda; and what awaits in one style by a coroutine of the library's
 * needs none in another, as for an asynchronous generator. The styles are files of their own, so places differ as well.
 */
function lines(events: readonly asyncio.debug.TraceEvent[]): string[] {
  const names = new Map<string, string>();
  const numbered = (name: string): string => {
    if (!names.has(name)) names.set(name, `T${String(names.size + 1)}`);
    return names.get(name) as string;
  };
  return events.map((event) => {
    const { coro, chain, where, ...rest } = event as Omit<asyncio.debug.TaskSeen, 'type'> & { where?: string };
    return JSON.stringify({
      ...rest,
      hasCoro: coro !== null,
      hasPlace: typeof where === 'string',
      isSuspended: chain?.length !== 0,
    })
      .replace(/\bTask-\d+/g, numbered)
      .replace(/0x[0-9a-f]+/g, '0x…');
  });
}

/** A loop that is closed closes the bodies that are left, which cancel their timers; a native body can't be closed. */
const CLOSES_BODIES = ['lifecycle/leftover-makes-tasks'];

const comparable = allScenarios().filter(
  ({ name, styles }) => styles.includes('wrapped') && !CLOSES_BODIES.includes(name),
);

describe.each(comparable)('$name', (scenario) => {
  const styles = scenario.styles.filter((style) => style === 'generator' || style === 'compiled');
  test.each(styles)('traces the same in %s as in wrapped style', async (style) => {
    const wrapped = lines(await traced(scenario, 'wrapped'));
    const other = lines(await traced(scenario, style));
    const at = wrapped.findIndex((line, index) => line !== other[index]);
    // Traces may be long: what comes right before is enough.
    const around = (all: readonly string[]): string[] =>
      at < 0 ? all.slice(-3) : all.slice(Math.max(0, at - 3), at + 1);
    expect([other.length, ...around(other)]).toEqual([wrapped.length, ...around(wrapped)]);
  });
});
