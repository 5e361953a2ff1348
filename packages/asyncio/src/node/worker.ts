/** What runs in a worker: makes the calls that it is asked for, one at a time. */
import { MessageChannel, parentPort, workerData, type MessagePort, type Transferable } from 'node:worker_threads';
import nodeProcess from 'node:process';
import { toException } from '../builtins/exceptions.js';
import { replace } from '../contextvars/changes.js';
import { Context, contextState } from '../contextvars/context.js';
import type { ContextVar } from '../contextvars/context_var.js';
import { becomeWorker } from '../concurrent/threads.js';
import { transfersOf } from '../concurrent/transfers.js';
import { Coroutine } from '../core/coroutines/coroutines.js';
import { setMainLoop } from '../core/runners/main_loop.js';
import { run } from '../core/runners/run.js';
import { explainReach, findFunction, importForFunctions, type AnyFunction } from './function_finding.js';
import { LoopLink } from './loop_link.js';
import type { FromWorker, PackedCall, PackedOutcome, Reply, Request, Send, Setup, ToWorker } from './messages.js';
import { notSendable, packValues, unpackValues } from './packing.js';

/** The context variables of this thread by name; null where two share it, so that nobody knows which is meant. */
const variables = new Map<string, ContextVar<unknown> | null>();

function watchVariables(): void {
  contextState.made = (variable) => {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- none but these are made
    variables.set(variable.name, variables.has(variable.name) ? null : (variable as ContextVar<unknown>));
  };
}

/** The context of a call. What its module has no variable for is left out. */
function contextOf(request: Request): Context {
  const context = new Context();
  for (const [name, value] of request.context) {
    const variable = variables.get(name);
    if (variable !== undefined && variable !== null) replace(context, variable, unpackValues(value)[0]);
  }
  return context;
}

/** Calls a function. A coroutine that it returns runs in a loop of its own, in the context of the call. */
async function makeCall(call: PackedCall, toContext: () => Context): Promise<unknown> {
  const found = findFunction(call.fn);
  // The values of the context are for the variables that the module makes.
  const fn: AnyFunction = typeof found === 'function' ? found : await found;
  const context = toContext();
  try {
    const result = context.run(fn, ...unpackValues(call.args));
    if (result instanceof Coroutine) return await context.run(() => run<unknown>(result));
    return await result;
  } catch (error) {
    throw explainReach(error, call.fn);
  }
}

const raised = (error: unknown, kind: 'raised' | 'uninitialized' = 'raised'): PackedOutcome => ({
  kind,
  values: packValues([toException(error)]),
});

/** What is written goes through the main thread, which has to have it before it hears of the end. */
function flushOutput(): Promise<unknown> | null {
  const waiting = [nodeProcess.stdout, nodeProcess.stderr].filter(({ writableLength }) => writableLength > 0);
  if (waiting.length === 0) return null;
  return Promise.all(
    waiting.map(
      (stream) =>
        new Promise<void>((resolve) =>
          stream.write('', () => {
            resolve();
          }),
        ),
    ),
  );
}

class Worker {
  readonly #send: Send<FromWorker>;
  readonly #setup: Setup;
  readonly #link: LoopLink;
  /** The reason why the initializer has failed; undefined before it has run, null if all went well. */
  #failure: PackedOutcome | null | undefined = undefined;

  constructor(setup: Setup, send: Send<FromWorker>) {
    this.#send = send;
    this.#setup = setup;
    this.#link = new LoopLink(send);
    const number = setup.counter === null ? '' : `_${String(Atomics.add(setup.counter, 0, 1))}`;
    becomeWorker(`${setup.name}${number}`);
    watchVariables();
    setMainLoop(() => this.#link.loop());
  }

  async perform(request: Request): Promise<void> {
    if (this.#failure === undefined) this.#failure = await this.#initialize();
    const outcome = this.#failure ?? (await this.#outcomeOf(request));
    const output = flushOutput();
    if (output !== null) await output;
    this.#report(request.id, outcome);
  }

  hear(reply: Reply): void {
    this.#link.hear(reply);
  }

  async #initialize(): Promise<PackedOutcome | null> {
    const { preloads, initializer } = this.#setup;
    try {
      for (const url of preloads) await importForFunctions(url);
      if (initializer !== null) await makeCall(initializer, () => new Context());
      return null;
    } catch (error) {
      return raised(error, 'uninitialized');
    }
  }

  async #outcomeOf(request: Request): Promise<PackedOutcome> {
    this.#link.setLoop(request.loop);
    try {
      return { kind: 'returned', values: packValues([await makeCall(request, () => contextOf(request))]) };
    } catch (error) {
      return raised(error);
    }
  }

  #report(id: number, outcome: PackedOutcome): void {
    try {
      this.#send({ kind: 'ended', id, outcome }, transfersOf(outcome.values.values));
    } catch (error) {
      this.#send({ kind: 'ended', id, outcome: raised(notSendable('the result', error)) }, []);
    }
  }
}

/** Makes the handler of a thread's requests. */
export function inThread(): (request: Request) => Promise<void> {
  const port = parentPort as MessagePort;
  const worker = new Worker(workerData as Setup, (message, parts) => {
    if (message.kind !== 'loop call' || message.reply === null) {
      port.postMessage(message, parts as Transferable[]);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port.postMessage({ ...message, port: port2 }, [...parts, port2] as Transferable[]);
    port1.once('message', (reply: Reply) => {
      port1.close();
      worker.hear(reply);
    });
  });
  return (request) => worker.perform(request);
}

/** Serves requests in a process, until the one that has made it is gone. */
export function inProcess(): void {
  let worker: Worker | null = null;
  nodeProcess.on('message', (message: ToWorker) => {
    if (message.kind === 'setup') worker = new Worker(message, (answer) => nodeProcess.send?.(answer));
    else if (message.kind === 'reply') worker?.hear(message);
    else void worker?.perform(message);
  });
  nodeProcess.on('disconnect', () => nodeProcess.exit());
}
