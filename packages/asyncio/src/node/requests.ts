/** Calls, as workers are told of them. */
import { pathToFileURL } from 'node:url';
import type { Context } from '../contextvars/context.js';
import type { Call, Outcome, PoolOptions, WorkerCall } from '../host/workers.js';
import { transfersOf } from '../concurrent/transfers.js';
import type { AbstractEventLoop } from '../core/contract/events.js';
import { referenceTo } from './function_references.js';
import { numberOf } from './loop_calls.js';
import type { PackedCall, PackedOutcome, Request, Setup } from './messages.js';
import { isCloneable, packValues, unpackValues } from './packing.js';

let count = 0;

function packCall({ fn, args }: Call): PackedCall {
  return { fn: referenceTo(fn), args: packValues(args) };
}

/** What of a context can be cloned, under names that are clear. */
function packContext(context: Context | null): Request['context'] {
  if (context === null || context.__len__() === 0) return [];
  const packed = new Map<string, ReturnType<typeof packValues> | null>();
  for (const [variable, value] of context.items()) {
    const values = packValues([value]);
    packed.set(variable.name, packed.has(variable.name) || !isCloneable(values.values[0]) ? null : values);
  }
  return [...packed].filter((entry): entry is [string, ReturnType<typeof packValues>] => entry[1] !== null);
}

/** The request for a call, and what of it moves. */
export function toRequest(call: WorkerCall): { readonly request: Request; readonly parts: object[] } {
  const loop = call.loop === null ? null : numberOf(call.loop as AbstractEventLoop);
  const request = { kind: 'call', id: ++count, ...packCall(call), context: packContext(call.context), loop } as const;
  return { request, parts: transfersOf(call.args) };
}

/** Where the modules register that load programs in a way of their own, such as the compiler. */
const PRELOADS: unique symbol = Symbol.for('asyncio-ts.preloads') as never;

/** How the workers of a pool are set up. */
export function toSetup(options: PoolOptions, counter: Int32Array | null): Setup {
  const preloads = (globalThis as { readonly [PRELOADS]?: Iterable<string> })[PRELOADS] ?? [];
  const initializer = options.initializer === null ? null : packCall(options.initializer);
  return { name: options.prefix, counter, initializer, preloads: [...preloads] };
}

export function toOutcome({ kind, values }: PackedOutcome): Outcome {
  const [value] = unpackValues(values);
  return kind === 'returned' ? { kind, value } : { kind, error: value as Error };
}

/** The URL of a module, given by that or by a path; null if it is a relative one. */
export function moduleUrl(module: string): string | null {
  if (/^(\/|[A-Za-z]:[\\/]|\\\\)/.test(module)) return pathToFileURL(module).href;
  return /^[a-z][a-z0-9+.-]+:/.test(module) ? module : null;
}
