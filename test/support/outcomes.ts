/** What calls give and what the library says, in the words in which CPython's answers were recorded. */
import * as asyncio from 'asyncio-ts';
import { watchNewborn } from '#asyncio/core/coroutines/newborn';
import { sweepAllReports } from '#asyncio/core/common/reports';
import { defaultHost } from '#asyncio/host/registry';

/** An error as `Class: message`, the class alone if there is no message. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return `not an error: ${asyncio.repr(error)}`;
  const text = asyncio.str(error);
  return text === '' ? error.name : `${error.name}: ${text}`;
}

/** The repr of what a call returns, or its error. */
export function outcome(call: () => unknown): string {
  try {
    return asyncio.repr(call());
  } catch (error) {
    return errorText(error);
  }
}

/** What a method gives that is called without regard to its types: {@link outcome} of a wrong call. */
export function calling(target: object, method: string, ...args: unknown[]): string {
  return outcome(() => (target as Record<string, (...given: unknown[]) => unknown>)[method]?.(...args));
}

/** The same for what is waited for; a promise that a call makes, or the error that the call itself throws. */
export async function settled(call: PromiseLike<unknown> | (() => unknown)): Promise<string> {
  try {
    return asyncio.repr(await (typeof call === 'function' ? call() : call));
  } catch (error) {
    return errorText(error);
  }
}

/** Collects warnings as `Category: message`, until Jest restores its mocks. */
export function recordWarnings(): string[] {
  const said: string[] = [];
  jest.spyOn(defaultHost(), 'emit_warning').mockImplementation((message, category) => {
    said.push(`${category}: ${message}`);
  });
  return said;
}

/** Collects log records of all levels, until Jest restores its mocks. */
export function recordLogs(): asyncio.LogRecord[] {
  const records: asyncio.LogRecord[] = [];
  jest.replaceProperty(asyncio.logger, 'level', 10);
  jest.replaceProperty(asyncio.logger, 'handlers', [{ handle: (record) => void records.push(record) }]);
  return records;
}

/** Takes the place where log records go as long as nobody added a handler, until Jest restores its mocks. */
export function recordErrorOutput(): string[] {
  const written: string[] = [];
  jest.spyOn(defaultHost(), 'write_error').mockImplementation((text) => {
    written.push(text);
  });
  return written;
}

/**
 * Restores Jest's mocks after each test of a file, and fails the test if it has left a warning, or a log record, that it
 * didn't ask for. To be called after the file's own `afterEach`.
 */
export function failOnNoise(): void {
  let noise: string[] = [];
  beforeEach(() => {
    noise = recordWarnings();
    const written = noise;
    jest.spyOn(defaultHost(), 'write_error').mockImplementation((text) => {
      written.push(text);
    });
  });
  afterEach(() => {
    // What is left would be reported at some other time, when it is collected.
    watchNewborn(null);
    sweepAllReports();
    jest.restoreAllMocks();
    // In debug mode a busy machine makes callbacks slow.
    expect(noise.filter((line) => !/^Executing .* took \d+\.\d+ seconds?/s.test(line))).toEqual([]);
  });
}

/** Lets a loop run what is ready, and gives it back. */
export async function runOnce(loop: asyncio.AbstractEventLoop): Promise<void> {
  loop.stop();
  await loop.run_forever();
}
