/** Flow control of what writes: tells the protocol when to pause, and when to go on. */
import { signature } from '../../builtins/arguments.js';
import { TypeError, ValueError } from '../../builtins/exceptions.js';
import { repr, typeName } from '../../builtins/repr.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { isFatal } from '../../core/common/exceptions.js';
import type { BaseProtocol } from '../../core/contract/protocols.js';
import type { BaseTransport } from '../../core/contract/transports.js';

const DEFAULT_HIGH = 65536;

const limitsSpec = signature('_FlowControlMixin.set_write_buffer_limits(self, high?, low?)');

/** Takes two limits, of which both, one or none may be given. */
export function limitsOf(args: readonly unknown[], defaultHigh: number): [low: number, high: number] {
  const [givenHigh, givenLow] = limitsSpec.bind(args) as [number | null | undefined, number | null | undefined];
  for (const value of [givenHigh, givenLow]) if (typeof (value ?? 0) !== 'number') throw notANumber(value);
  const high = givenHigh ?? (givenLow === null || givenLow === undefined ? defaultHigh : 4 * givenLow);
  const low = givenLow ?? Math.floor(high / 4);
  if (!(high >= low && low >= 0)) {
    throw new ValueError(`high (${repr(high)}) must be >= low (${repr(low)}) must be >= 0`);
  }
  return [low, high];
}

/** What a transport's flow control asks of it. */
interface Controlled extends BaseTransport {
  get_write_buffer_size(): number;
}

/** Where flow control isn't that of a selector's transport. */
export interface FlowControlOptions {
  readonly high: number;
  /** Who is named in reports of a protocol's failure. */
  readonly reporter: BaseProtocol;
}

export class FlowControl {
  readonly #loop: AbstractEventLoop;
  readonly #transport: Controlled;
  readonly #defaultHigh: number;
  readonly #reporter: BaseProtocol | null;
  #high: number;
  #low: number;
  /** The protocol was told to pause, and not yet to resume. */
  #isPaused = false;

  constructor(loop: AbstractEventLoop, transport: Controlled, options: FlowControlOptions | null = null) {
    this.#loop = loop;
    this.#transport = transport;
    this.#defaultHigh = options?.high ?? DEFAULT_HIGH;
    this.#reporter = options?.reporter ?? null;
    [this.#low, this.#high] = limitsOf([], this.#defaultHigh);
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  get limits(): [low: number, high: number] {
    return [this.#low, this.#high];
  }

  /** Takes the arguments of `set_write_buffer_limits`. */
  setLimits(args: readonly unknown[]): void {
    [this.#low, this.#high] = limitsOf(args, this.#defaultHigh);
    if (this.#reporter === null) this.grown();
    else this.changed();
  }

  /** TLS is stricter: it pauses its protocol at the upper limit, not above it. */
  changed(): void {
    const size = this.#transport.get_write_buffer_size();
    if (!this.#isPaused && size >= this.#high) {
      this.#isPaused = true;
      this.#tell('pause_writing');
    } else this.shrunk();
  }

  /** There is more in the buffer, or its limits are others. */
  grown(): void {
    if (this.#isPaused || this.#transport.get_write_buffer_size() <= this.#high) return;
    this.#isPaused = true;
    this.#tell('pause_writing');
  }

  /** There is less in the buffer. */
  shrunk(): void {
    if (!this.#isPaused || this.#transport.get_write_buffer_size() > this.#low) return;
    this.#isPaused = false;
    this.#tell('resume_writing');
  }

  #tell(method: 'pause_writing' | 'resume_writing'): void {
    const protocol: BaseProtocol = this.#transport.get_protocol();
    try {
      protocol[method]();
    } catch (exception) {
      if (isFatal(exception)) throw exception;
      this.#loop.call_exception_handler({
        message: `protocol.${method}() failed`,
        exception,
        transport: this.#transport,
        protocol: this.#reporter ?? protocol,
      });
    }
  }
}

function notANumber(value: unknown): Error {
  return new TypeError(`unsupported operand type(s) for //: '${typeName(value)}' and 'int'`);
}
