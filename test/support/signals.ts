/** Jest gives tests a copy of `process`, which hears of no signals. Here it is made to. */
import { runInThisContext } from 'node:vm';

const real = runInThisContext('process') as NodeJS.Process;

/** Has the library, and the tests of a file, listen at the real process. */
export function hearSignals(): void {
  beforeEach(() => {
    for (const method of ['on', 'off', 'listenerCount'] as const) {
      jest.spyOn(process, method).mockImplementation(real[method].bind(real) as never);
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
}
