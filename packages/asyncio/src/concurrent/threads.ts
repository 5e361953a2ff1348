/** Who runs this code: the little of `threading` that executors need. */

let name = 'MainThread';
let inWorker = false;

/** Says that this code runs in a worker. */
export function becomeWorker(threadName: string): void {
  name = threadName;
  inWorker = true;
}

/** A thread, as it is seen from inside. @public */
export interface Thread {
  /** `'MainThread'`, or the prefix that the executor gives its threads, with a number. */
  readonly name: string;
}

/**
 * The thread in which this code runs.
 *
 * @remarks
 * **Python.** `threading.current_thread`. Of a thread there is only its name; it is for logs.
 *
 * @example
 * ```ts
 * asyncio.concurrent.current_thread().name; // => 'MainThread'
 * ```
 *
 * @public
 */
export function current_thread(): Thread {
  return { name };
}

/**
 * Whether this code runs in a worker of an executor. A module that workers import may be the one that begins the
 * program; then it must not begin it there.
 *
 * @remarks
 * **Python.** `__name__ != '__main__'`, for which programs with a `ProcessPoolExecutor` ask.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => 'began');
 * let result = 'nothing to begin';
 * if (!asyncio.concurrent.is_worker()) result = await asyncio.run(main());
 * result; // => 'began'
 * ```
 *
 * @public
 */
export function is_worker(): boolean {
  return inWorker;
}
