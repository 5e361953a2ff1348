/**
 * Threads, by Piscina: it makes workers as they are needed, hands requests to them, and notices when one dies.
 *
 * A worker tells the outcome of a request by a message of its own, and says by an empty answer that it is free.
 */
import type { MessagePort, Transferable } from 'node:worker_threads';
import type { Outcome, Pool, PoolOptions, WorkerCall } from '../host/workers.js';
import { requireOf, threadFile } from './files.js';
import { LoopCalls } from './loop_calls.js';
import type { FromWorker, PackedOutcome, Reply, Request, Send, Setup } from './messages.js';
import { notSendable } from './packing.js';
import { toOutcome, toRequest, toSetup } from './requests.js';

/** What is used of Piscina; its own types don't stand up to a strict compiler. */
interface Piscina {
  run(task: Request, options: { readonly transferList: readonly Transferable[] }): Promise<unknown>;
  destroy(): Promise<void>;
  on(event: 'message', listener: (message: FromWorker) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
}

/** The constructor of these. */
type PiscinaClass = new (options: {
  readonly filename: string;
  readonly minThreads: number;
  readonly maxThreads: number;
  readonly idleTimeout: number;
  readonly atomics: 'disabled';
  readonly recordTiming: boolean;
  readonly workerData: Setup;
}) => Piscina;

/** A request that was sent. */
interface Pending {
  outcome: PackedOutcome | null;
  isAnswered: boolean;
  readonly ended: (outcome: Outcome) => void;
}

export class ThreadPool implements Pool {
  readonly #piscina: Piscina;
  readonly #onDeath: (reason: Error) => void;
  readonly #pending = new Map<number, Pending>();
  readonly #loopCalls = new LoopCalls();
  #closing = false;

  constructor(options: PoolOptions) {
    this.#onDeath = options.onDeath;
    const filename = threadFile();
    const { Piscina } = requireOf()('piscina') as { readonly Piscina: PiscinaClass };
    this.#piscina = new Piscina({
      filename,
      minThreads: 0,
      maxThreads: options.size,
      idleTimeout: Infinity,
      // Between its calls a thread goes on with what it has left running, as threads of Python do.
      atomics: 'disabled',
      recordTiming: false,
      workerData: toSetup(options, new Int32Array(new SharedArrayBuffer(4))),
    });
    this.#piscina.on('message', (message: FromWorker) => {
      this.#hear(message);
    });
    this.#piscina.on('error', (error: Error) => {
      this.#died(error);
    });
  }

  call(call: WorkerCall, ended: (outcome: Outcome) => void): void {
    let sent: ReturnType<typeof toRequest>;
    try {
      sent = toRequest(call);
    } catch (error) {
      // The caller is not to hear of the end before it knows that the call was made.
      queueMicrotask(() => {
        ended({ kind: 'raised', error: error as Error });
      });
      return;
    }
    const { request, parts } = sent;
    const pending: Pending = { outcome: null, isAnswered: false, ended };
    this.#pending.set(request.id, pending);
    this.#piscina.run(request, { transferList: parts as Transferable[] }).then(
      () => {
        pending.isAnswered = true;
        this.#endIfOver(request.id, pending);
      },
      (error: unknown) => {
        this.#pending.delete(request.id);
        this.#failed(error as Error, ended);
      },
    );
  }

  #failed(error: Error, ended: (outcome: Outcome) => void): void {
    if (error.name === 'DataCloneError') ended({ kind: 'raised', error: notSendable('the arguments', error) });
    else this.#died(error);
  }

  #hear(message: FromWorker): void {
    if (message.kind !== 'ended') {
      const port = message.kind === 'loop call' ? message.port : undefined;
      this.#loopCalls.handle(message, port === undefined ? () => undefined : through(port));
      return;
    }
    const pending = this.#pending.get(message.id);
    if (pending === undefined) return;
    pending.outcome = message.outcome;
    this.#endIfOver(message.id, pending);
  }

  #endIfOver(id: number, { outcome, isAnswered, ended }: Pending): void {
    if (outcome === null || !isAnswered) return;
    this.#pending.delete(id);
    ended(toOutcome(outcome));
  }

  #died(reason: Error): void {
    if (!this.#closing) this.#onDeath(reason);
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#piscina.destroy();
  }

  /** Threads aren't killed. */
  kill(): void {
    void this.close();
  }
}

function through(port: MessagePort): Send<Reply> {
  return (message, parts) => {
    port.postMessage(message, parts as Transferable[]);
    port.close();
  };
}
