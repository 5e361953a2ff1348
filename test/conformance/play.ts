/**
 * Runs the TypeScript program of a scenario on virtual time and gives its trace, in the form of `oracle.py`'s.
 *
 * What differs by its nature is made equal here: addresses, places in source files, the numbers of tasks that were made
 * before. What is reported when an object is collected comes sorted behind the timed part, as on the other side.
 */
import * as asyncio from 'asyncio-ts';
import { watchNewborn } from '#asyncio/core/coroutines/newborn';
import { sweepAllReports } from '#asyncio/core/common/reports';
import { defaultHost } from '#asyncio/host/registry';
import { VirtualHost } from '#asyncio/host/virtual';
import type { Scenario, Trace } from './scenario';
import { CancelledAtEveryTurn, TurnLoop } from './turns';

const COLLECTED =
  /was never retrieved|was never awaited|was destroyed but it is pending|unclosed event loop|unraisable/;

/** A program that is not over after this many milliseconds waits for something that can never happen. */
const TIME_LIMIT = 10_000;

class Recorder implements asyncio.LogHandler {
  readonly debug: boolean;
  readonly lines: string[] = [];
  readonly collected: string[] = [];
  #loop: asyncio.BaseEventLoop | null = null;
  #tasksBefore = 0;

  constructor(debug: boolean) {
    this.debug = debug;
  }

  readonly trace: Trace = (...values) => {
    this.write(
      values.map((value, i) => (i === 0 && typeof value === 'string' ? value : asyncio.repr(value))).join(' '),
    );
  };

  readonly newLoop = (): asyncio.BaseEventLoop => {
    const loop = new TurnLoop({ host: new VirtualHost(defaultHost()) });
    loop.set_debug(this.debug);
    this.#loop = loop;
    return loop;
  };

  write(raw: string): void {
    const text = this.#normalised(raw);
    if (COLLECTED.test(text)) this.collected.push(text.replace(/\(\) (running|done)>/g, '()>'));
    else this.lines.push(`${String(this.#loop?.time() ?? 0)} ${text}`);
  }

  handle(record: asyncio.LogRecord): void {
    let text = `log ${record.levelname}: ${record.message}`;
    if (record.exc_info !== null && record.exc_info !== undefined)
      text += `\nexc_info: ${asyncio.repr(record.exc_info)}`;
    this.write(text);
  }

  /** Counts the tasks that were made before: their numbers go on from program to program. */
  async begin(): Promise<void> {
    const loop = new asyncio.BaseEventLoop({ host: new VirtualHost(defaultHost()) });
    const task = loop.create_task(asyncio.sleep(0));
    await loop.run_until_complete(task);
    loop.close();
    this.#tasksBefore = Number(task.get_name().replace('Task-', ''));
  }

  /** Lines have no loop's time until a new loop is made. */
  forgetLoop(): void {
    this.#loop = null;
  }

  /** Asks for the reports that would come at the end of the process. */
  end(): void {
    watchNewborn(null);
    sweepAllReports();
    this.#loop = null;
  }

  #normalised(text: string): string {
    return (
      text
        // The stacks that debug mode adds to reports.
        .replace(/\n(\w+_traceback: )?\w+ created at \(most recent call last\):?(\n {2}[^\n]*)*/g, '')
        // A repr that was cut, with the place where the object was made at its end.
        .replace(/(<[^<>]{12}\.\.\.)[^<>]{0,13}:\d+>/g, '$1>')
        .replace(/0x[0-9a-fA-F]+/g, '0x…')
        // The place may be that of an `eval`, as where a driver starts the program in a page.
        .replace(/,? (defined |created )?at (eval at \w+ \([^)]*\), <anonymous>|[^\s,>\]]+):\d+(:\d+)?/g, '')
        .replace(/(\w+\.)*\w+\.<locals>\./g, '')
        .replace(/\bTask-(\d+)/g, (_all, number: string) => `Task-${String(Number(number) - this.#tasksBefore)}`)
        .replace(/\n/g, ' | ')
    );
  }
}

/** Sends warnings and log records to the recorder; returns what undoes it. */
function redirect(recorder: Recorder): () => void {
  const host = defaultHost();
  const emitWarning = host.emit_warning;
  host.emit_warning = (message, category) => {
    recorder.write(`warning ${category}: ${message.split('\n')[0] ?? ''}`);
  };
  asyncio.logger.addHandler(recorder);
  return () => {
    host.emit_warning = emitWarning;
    asyncio.logger.removeHandler(recorder);
  };
}

/** Ctrl-C. */
function interrupt(): void {
  process.emit('SIGINT', 'SIGINT');
}

async function run(scenario: Scenario, recorder: Recorder): Promise<unknown> {
  const { main, program, setup } = scenario;
  if (program !== undefined) return program(recorder.trace, recorder.newLoop, interrupt);
  const options = { loop_factory: recorder.newLoop, ...(recorder.debug && { debug: true }) };
  if (setup !== undefined) return new CancelledAtEveryTurn(setup, recorder, options).run();
  if (main === undefined) throw new Error('a scenario without main, program and setup');
  return asyncio.run(main(recorder.trace), options);
}

async function withinTimeLimit<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not over after ${String(TIME_LIMIT)} ms`));
    }, TIME_LIMIT);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The lines that the program writes. */
export async function play(scenario: Scenario, debug: boolean): Promise<string[]> {
  const recorder = new Recorder(debug);
  await recorder.begin();
  const undo = redirect(recorder);
  try {
    const result = await withinTimeLimit(run(scenario, recorder));
    recorder.write(`returned ${asyncio.repr(result)}`);
  } catch (error) {
    recorder.write(`raised ${asyncio.repr(error)}`);
  } finally {
    recorder.end();
    undo();
  }
  return [...recorder.lines, ...recorder.collected.sort()];
}
