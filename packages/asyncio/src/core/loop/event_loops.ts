/** The loop classes that programs name. */
import { signature } from '../../builtins/arguments.js';
import { NotImplementedError } from '../../builtins/exceptions.js';
import { BaseEventLoop, type LoopOptions } from './base_events.js';
import type { Gen } from '../common/awaitable.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { ioMethod, whyNoIO, type IOMethod } from '../contract/io.js';
import type { IODeclaration, IOLevel } from '../contract/io_signatures.js';
import type { Transport } from '../contract/transports.js';

const spec = signature('_UnixSelectorEventLoop.__init__(self, selector?, *, host, _order)');

/** The keywords of {@link SelectorEventLoop}. @public */
export interface SelectorEventLoopOptions extends LoopOptions {
  /** Python's selector; here there is none. */
  readonly selector?: null | undefined;
}

/**
 * The platform's loop.
 *
 * @remarks
 * **Python.** `asyncio.SelectorEventLoop`; here all loops take what is ready from their host.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => asyncio.get_running_loop() instanceof asyncio.SelectorEventLoop);
 * await asyncio.run(main(), { loop_factory: asyncio.SelectorEventLoop }); // => true
 * ```
 *
 * @public
 */
export class SelectorEventLoop extends BaseEventLoop {
  /** @internal */
  override readonly _ioLevel: IOLevel = 2;

  /**
   * @param selector - Python's selector; null. Also as keyword.
   * @param options - `host`.
   * @throws NotImplementedError if a selector is given.
   */
  constructor(selector?: null, options?: LoopOptions);
  constructor(options?: SelectorEventLoopOptions);
  constructor(...args: readonly unknown[]) {
    const [selector, host, _order] = spec.bind(args) as [unknown, LoopOptions['host'], LoopOptions['_order']];
    if (selector !== undefined && selector !== null) {
      throw new NotImplementedError(
        'there are no selectors in JavaScript: the host waits for sockets; give the loop a host, as in EventLoop({ host })',
      );
    }
    super({ host, _order: _order ?? null });
  }

  /** @internal */
  override _make_server_transport(...parts: readonly unknown[]): Transport {
    return (ioMethod('_make_server_transport') as IOMethod)(this, parts) as Transport;
  }

  /** @internal */
  override _perform(declaration: IODeclaration, bound: readonly unknown[]): never {
    const work = ioMethod(declaration.name);
    if (work === undefined) return super._perform(declaration, bound, whyNoIO());
    const done = work(this, bound);
    return (declaration.isCoroutine ? new GeneratorCoroutine(done as Gen<unknown>, declaration) : done) as never;
  }
}

/**
 * The platform's most efficient loop.
 *
 * @remarks
 * **Python.** `asyncio.EventLoop`, an alias there too.
 *
 * @public
 */
export const EventLoop: typeof SelectorEventLoop = SelectorEventLoop;
/** What {@link EventLoop} makes. @public */
export type EventLoop = SelectorEventLoop;
