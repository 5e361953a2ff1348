/** Traces in Chrome's format, by the rules of the Trace Event Format. */
import * as asyncio from 'asyncio-ts';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultHost } from '#asyncio/host/registry';
import { failOnNoise, outcome } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

failOnNoise();

type ChromeEvent = asyncio.debug.ChromeEvent;

const sleeper = asyncio.coroutine(function* sleeper(delay: number) {
  yield* asyncio.sleep(delay);
});

async function traced(main: () => asyncio.Coroutine<unknown>, options?: asyncio.debug.TraceOptions) {
  const trace = asyncio.debug.trace(null, options);
  const loop = virtualLoop();
  await loop.run_until_complete(loop.create_task(main(), { name: 'main' }));
  trace.stop();
  loop.close();
  return trace;
}

/** What the format asks for: the fields of each phase, order by time, slices that nest, arrows with two ends. */
function expectRulesKept(events: readonly ChromeEvent[]): void {
  const thread = ({ pid, tid }: ChromeEvent): string => `${String(pid)}/${String(tid)}`;
  let last = -Infinity;
  const open = new Map<string, number[]>();
  const arrows = new Map<number, ChromeEvent>();
  for (const event of events) {
    expect(event).toMatchObject({ name: expect.any(String), pid: expect.any(Number), tid: expect.any(Number) });
    if (event.ph === 'M') {
      expect(last).toBe(-Infinity);
      expect(['process_name', 'thread_name', 'thread_sort_index']).toContain(event.name);
      continue;
    }
    expect(event.ts).toBeGreaterThanOrEqual(last);
    last = event.ts;
    if (event.ph === 'X') {
      const end = event.ts + (event.dur as number);
      const ends = (open.get(thread(event)) ?? []).filter((other) => other > event.ts);
      expect(event.dur).toBeGreaterThanOrEqual(0);
      // Slices of a thread enclose each other, or have nothing in common.
      for (const other of ends) expect(end).toBeLessThanOrEqual(other);
      open.set(thread(event), [...ends, end]);
    } else if (event.ph === 's') {
      expect(arrows.has(event.id as number)).toBe(false);
      arrows.set(event.id as number, event);
    } else if (event.ph === 'f') {
      const begin = arrows.get(event.id as number);
      expect(begin).toMatchObject({ cat: event.cat, name: event.name });
      expect(event.bp).toBe('e');
      arrows.delete(event.id as number);
    } else if (event.ph === 'i') expect(event.s).toBe('t');
    else expect(event.ph).toBe('C');
  }
  expect([...arrows.keys()]).toEqual([]);
}

const busy = asyncio.coroutine(async function busy() {
  const loop = asyncio.get_running_loop();
  loop.call_later(1, function callback() {});
  const child = asyncio.create_task(sleeper(9), { name: 'child' });
  await asyncio.gather(sleeper(1), sleeper(2));
  child.set_name('renamed');
  child.cancel('enough');
  await asyncio.wait([child]);
  await asyncio.sleep(0);
});

test('keeps the rules of the format', async () => {
  expectRulesKept((await traced(busy)).to_chrome().traceEvents);
});

test('keeps them on a real clock, where time goes on within a step', async () => {
  const trace = asyncio.debug.trace();
  const working = asyncio.coroutine(async (turns: number) => {
    for (let turn = 0; turn < turns; turn++) {
      const end = performance.now() + 0.2;
      while (performance.now() < end);
      await asyncio.sleep(turn % 2 === 0 ? 0 : 0.001);
    }
  });
  await asyncio.run(async () => {
    await asyncio.gather(working(5), working(7), working(9));
  });
  trace.stop();
  const { traceEvents } = trace.to_chrome();
  expectRulesKept(traceEvents);
  const steps = traceEvents.filter(({ cat }) => cat === 'step');
  expect(steps.filter(({ dur }) => (dur as number) >= 200)).not.toEqual([]);
});

test('keeps them where a trace begins or ends in the middle, or has lost its beginning', async () => {
  let inner = null as asyncio.debug.Trace | null;
  const cut = await traced(
    asyncio.coroutine(async function main() {
      const waiting = asyncio.create_task(sleeper(3));
      await asyncio.sleep(1);
      inner = asyncio.debug.trace();
      await asyncio.sleep(1);
      inner.stop();
      await waiting;
    }),
  );
  for (const trace of [cut, inner, await traced(busy, { limit: 20 })])
    expectRulesKept(trace?.to_chrome().traceEvents ?? []);
  const waits = (inner as unknown as asyncio.debug.Trace).to_chrome().traceEvents.filter(({ cat }) => cat === 'wait');
  expect(waits.map(({ name, ts, dur }) => [name, ts, dur])).toEqual([
    ['waits: sleep', 1e6, 1e6],
    ['waits: sleep', 1e6, 1e6],
  ]);
});

test('has a thread for each task, by name, and one for the loop', async () => {
  const { traceEvents } = (await traced(busy)).to_chrome();
  const names = traceEvents.filter(({ name }) => name === 'thread_name').map(({ tid, args }) => [tid, args?.name]);
  expect(names.slice(0, 3)).toEqual([
    [0, 'the loop'],
    [1, 'main busy()'],
    [2, 'renamed'],
  ]);
  expect(traceEvents.filter(({ cat }) => cat === 'callback').map(({ name }) => name)).toContain('callback');
});

test('shows who made, woke and cancelled whom by arrows', async () => {
  const { traceEvents } = (await traced(busy)).to_chrome();
  const arrows = traceEvents
    .filter(({ ph }) => ph === 's')
    .map(({ cat, tid, id }) => [cat, tid, traceEvents.find((event) => event.ph === 'f' && event.id === id)?.tid]);
  expect(arrows).toEqual(
    expect.arrayContaining([
      ['create', 1, 2],
      ['cancel', 1, 2],
      ['wake', 0, 3],
    ]),
  );
  const moments = traceEvents.filter(({ ph }) => ph === 'i').map(({ name, tid }) => [name, tid]);
  expect(moments).toEqual([
    ['cancel', 2],
    ['cancelled', 2],
  ]);
});

test('is written into a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'asyncio-trace-'));
  const path = join(folder, 'trace.json');
  const trace = await traced(busy);
  trace.write_chrome(path);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(trace.to_chrome());
  rmSync(folder, { recursive: true });
  expect(outcome(() => trace.write_chrome(path))).toMatch(/^FileNotFoundError: \[Errno 2\] No such file or directory/);
});

test('can not be written where the host has no files', async () => {
  const trace = await traced(busy);
  const host = defaultHost() as { write_file?: unknown };
  host.write_file = undefined;
  expect(outcome(() => trace.write_chrome('trace.json'))).toBe(
    'NotImplementedError: this platform gives no access to files; to_chrome() gives what would be written',
  );
  delete host.write_file;
});
