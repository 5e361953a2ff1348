/** Processes. Node's own `fork` does what a pool needs of them. */
import { fork, type ChildProcess } from 'node:child_process';
import nodeProcess from 'node:process';
import { RuntimeError } from '../builtins/exceptions.js';
import type { Outcome, Pool, PoolOptions, WorkerCall } from '../host/workers.js';
import { processFile } from './files.js';
import { LoopCalls } from './loop_calls.js';
import type { FromWorker, ToWorker } from './messages.js';
import { notSendable } from './packing.js';
import { toOutcome, toRequest, toSetup } from './requests.js';

type OnEnd = (outcome: Outcome) => void;

class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #loopCalls = new LoopCalls();
  readonly #exited: Promise<void>;
  #ended: OnEnd | null = null;
  #closing = false;
  calls = 0;

  constructor(name: string, options: PoolOptions) {
    this.#child = fork(processFile(), [], {
      serialization: 'advanced',
      // Two processes can't both wait for a debugger at the same port.
      execArgv: nodeProcess.execArgv.filter((argument) => !argument.startsWith('--inspect')),
    });
    this.#exited = new Promise((resolve) => {
      const gone = (reason: Error): void => {
        resolve();
        if (!this.#closing) options.onDeath(reason);
      };
      this.#child.once('error', gone);
      this.#child.once('exit', (code, signal) => {
        gone(new RuntimeError(signal === null ? `exit code ${String(code)}` : `ended by ${signal}`));
      });
    });
    this.#child.on('message', (message: FromWorker) => {
      this.#hear(message);
    });
    this.#send({ kind: 'setup', ...toSetup({ ...options, prefix: name }, null) });
    this.#rest();
  }

  get isIdle(): boolean {
    return this.#ended === null;
  }

  call(call: WorkerCall, ended: OnEnd): void {
    this.calls++;
    this.#ended = ended;
    this.#child.ref();
    this.#child.channel?.ref();
    let error: unknown;
    try {
      const { request } = toRequest(call);
      try {
        this.#send(request);
        return;
      } catch (reason) {
        error = notSendable('the arguments', reason);
      }
    } catch (reason) {
      error = reason;
    }
    // The caller is not to hear of the end before it knows that the call was made.
    queueMicrotask(() => {
      this.#end({ kind: 'raised', error: error as Error });
    });
  }

  close(): Promise<void> {
    this.#closing = true;
    this.#child.ref();
    // Only in a pool that is broken somebody is at work now.
    if (!this.isIdle) this.#child.kill();
    else if (this.#child.connected) this.#child.disconnect();
    return this.#exited;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  #send(message: ToWorker): void {
    if (this.#child.connected) this.#child.send(message);
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'ended') this.#end(toOutcome(message.outcome));
    else {
      this.#loopCalls.handle(message, (reply) => {
        this.#send(reply);
      });
    }
  }

  #end(outcome: Outcome): void {
    const ended = this.#ended;
    this.#ended = null;
    this.#rest();
    ended?.(outcome);
  }

  /** While it does nothing, it doesn't keep this process alive. */
  #rest(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }
}

let processCount = 0;

export class ProcessPool implements Pool {
  readonly #options: PoolOptions;
  readonly #processes = new Set<WorkerProcess>();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  call(call: WorkerCall, ended: OnEnd): void {
    const worker = [...this.#processes].find(({ isIdle }) => isIdle) ?? this.#start();
    worker.call(call, (outcome) => {
      if (worker.calls === this.#options.tasksPerWorker) {
        this.#processes.delete(worker);
        void worker.close();
      }
      ended(outcome);
    });
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#processes, (worker) => worker.close()));
  }

  kill(signal: 'SIGTERM' | 'SIGKILL'): void {
    for (const worker of this.#processes) worker.kill(signal);
  }

  #start(): WorkerProcess {
    const worker = new WorkerProcess(`${this.#options.prefix}-${String(++processCount)}`, this.#options);
    this.#processes.add(worker);
    return worker;
  }
}
