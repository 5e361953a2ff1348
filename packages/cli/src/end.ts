/** How a program ends: with the exit codes and signals of Python where the program has Python's exceptions. */
import { isThrownInside, shownError } from './errors.js';
import { showSyntaxError } from './syntax-errors.js';

/** Watches over the end of a program that is about to be imported. */
export interface End {
  /** The program's last line has run; what it has started may go on. */
  reached(): void;
  /** The program has failed: ends the process if it has an end of its own, and returns if Node is to tell of it. */
  failed(error: unknown): void;
  /** What has to be done last, however the program ends. */
  last(action: () => void): void;
}

/** Begins to watch. */
export function watchEnd(): End {
  let isReached = false;
  let hasFailed = false;
  let last: (() => void) | null = null;
  const doLast = () => {
    const action = last;
    last = null;
    action?.();
  };
  const failed = (error: unknown) => {
    hasFailed = true;
    if (process.listenerCount('uncaughtException') === 0 && !process.hasUncaughtExceptionCaptureCallback())
      endBy(error, doLast);
  };
  // A monitor leaves to Node what it leaves alone, unlike a handler, and lets a program have handlers of its own.
  process.on('uncaughtExceptionMonitor', failed);
  let hasNothingToDo = false;
  process.on('beforeExit', () => {
    hasNothingToDo = true;
  });
  process.on('exit', (code) => {
    // Where a loop waits in vain, the library has told of it by now.
    if (code !== 0 || !hasNothingToDo || isReached || hasFailed) return;
    process.exitCode = 13;
    process.stderr.write('asyncio: the program awaits at its top level what can never happen\n');
  });
  return {
    reached: () => {
      isReached = true;
    },
    failed,
    last: (action) => {
      last = action;
      process.on('exit', doLast);
    },
  };
}

/**
 * Ends the process for what has an end of its own, and returns for all else. The process need not share our classes.
 */
function endBy(error: unknown, doLast: () => void): void {
  if (!(error instanceof Error)) return;
  if (error.name === 'SystemExit' && 'code' in error) process.exit(exitCodeOf(error.code));
  if (error.name === 'KeyboardInterrupt' && 'args' in error) interrupt(error, doLast);
  if (showSyntaxError(error)) process.exit(1);
  // Node would show a line of the library, and of an exception without a stack not even its name.
  if (isThrownInside(error) && process.env.PYTHONASYNCIODEBUG === undefined) {
    process.stderr.write(`${shownError(error)}\n`);
    process.exit(1);
  }
}

/** Of what `SystemExit` was made with: as in Python, a text is printed. */
export function exitCodeOf(code: unknown): number {
  if (code === null || code === undefined) return 0;
  if (typeof code === 'number') return code & 0xff;
  if (typeof code === 'boolean') return Number(code);
  process.stderr.write(`${String(code)}\n`);
  return 1;
}

/** As Python: whoever waits for the process sees that the signal has ended it, a shell by the code 130. */
function interrupt(error: Error, doLast: () => void): never {
  doLast();
  process.stderr.write(`${error.stack ?? error.name}\n`);
  process.removeAllListeners('SIGINT');
  if (process.platform !== 'win32') process.kill(process.pid, 'SIGINT');
  process.exit(130);
}
