/** The workers of Node. */
import { availableParallelism } from 'node:os';
import { RuntimeError } from '../builtins/exceptions.js';
import type { Pool, PoolOptions, WorkerCall, Workers } from '../host/workers.js';
import { runningLoop } from '../core/common/running.js';
import { isImporting } from './function_finding.js';
import { ProcessPool } from './process_pool.js';
import { moduleUrl } from './requests.js';
import { ThreadPool } from './thread_pool.js';

export class NodeWorkers implements Workers {
  readonly parallelism: number = availableParallelism();

  surroundings(): Pick<WorkerCall, 'loop'> {
    return { loop: runningLoop() };
  }

  open(options: PoolOptions): Pool {
    if (isImporting()) {
      throw new RuntimeError(
        'An attempt has been made to start a new worker before the current worker has finished importing the module of ' +
          'its function. That module begins the program: have it do so under if (!asyncio.concurrent.is_worker()) { … }, ' +
          'or put the function into a module of its own',
      );
    }
    return options.kind === 'thread' ? new ThreadPool(options) : new ProcessPool(options);
  }

  moduleUrl(module: string): string | null {
    return moduleUrl(module);
  }
}
