/** Ends the wait for a promise that isn't the library's. */
import { repr } from '../../builtins/repr.js';
import type { Runnable } from '../contract/handles.js';
import type { NativeCoroutine } from '../coroutines/native.js';
import type { Task } from './tasks.js';

/** The step in which a cancelled task leaves a promise alone, unless that has brought it elsewhere in the meantime. */
export class Interruption implements Runnable {
  readonly _cancelled = false;
  readonly _source_traceback = null;
  readonly task: Task<unknown>;
  readonly #body: NativeCoroutine<unknown>;

  constructor(task: Task<unknown>, body: NativeCoroutine<unknown>) {
    this.task = task;
    this.#body = body;
  }

  _run(): void {
    this.task._nativeDriver().interrupt(this.#body);
  }

  __repr__(): string {
    return repr(this.task);
  }
}
