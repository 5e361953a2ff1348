/**
 * The transport of datagrams.
 *
 * What the platform tells is kept, and handed to the protocol in handles of its own, one event per iteration, as a
 * selector would. What is sent goes straight to the platform, whose queue is the write buffer.
 */
import { signature } from '../../builtins/arguments.js';
import { OSError, TypeError, ValueError } from '../../builtins/exceptions.js';
import { fromSystemError } from '../../builtins/oserrors.js';
import { installRepr, repr, typeName } from '../../builtins/repr.js';
import { Ring } from '../../builtins/ring.js';
import { copy_context, type Context } from '../../contextvars/context.js';
import type { DatagramListener, DatagramSocket, InternetEndpoint } from '../../host/network.js';
import { partOfNetwork } from '../../host/network_registry.js';
import { logger } from '../../host/log.js';
import { LOG_THRESHOLD_FOR_CONNLOST_WRITES } from '../../core/common/constants.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { Future } from '../../core/futures/futures.js';
import type { DatagramProtocol } from '../../core/contract/protocols.js';
import type { Resource } from '../../core/contract/resources.js';
import { DatagramTransport } from '../../core/contract/transports.js';
import { inDigits, placeOf, type Place } from '../../socket/address_arguments.js';
import { reprAddress, toAddress, type Address } from '../../socket/addresses.js';
import { SOCK_DGRAM } from '../../socket/constants.js';
import { nameErrorOf } from '../../socket/errors.js';
import { TransportSocket } from '../../socket/transport_socket.js';
import { asBytes } from '../../core/contract/bytes.js';
import { DatagramQueue } from '../../host/datagram_queue.js';
import { listenInstead } from '../sockets/datagram_reading.js';
import { FlowControl } from '../common/flow_control.js';
import { setResultUnlessCancelled } from '../common/outcome.js';
import { directionsOf, transportRepr } from '../common/transport_repr.js';

/** What the system needs for a datagram besides its bytes. */
const HEADER_SIZE = 8;

const protocolSpec = signature('_SelectorTransport.set_protocol(self, protocol)');
const sendtoSpec = signature('_SelectorDatagramTransport.sendto(self, data, addr?)');

/** What a transport of datagrams is made of. */
export interface DatagramTransportParts {
  readonly datagrams: DatagramSocket;
  readonly family: number;
  readonly protocol: DatagramProtocol;
  /** The only address to which it sends; null for any. */
  readonly address: Address | null;
  /** Its own address, as `get_extra_info` tells it. */
  readonly sockname: Address | null;
  /** Resolved when the protocol knows of the endpoint. */
  readonly waiter: Future<null>;
}

export class DatagramEndpointTransport extends DatagramTransport implements DatagramListener, Resource {
  readonly #loop: AbstractEventLoop;
  readonly #datagrams: DatagramSocket;
  readonly #family: number;
  /** Its number is in its text when it is closed, too. */
  readonly #fileno: number;
  readonly #address: Address | null;
  readonly #isConnected: boolean;
  readonly #context: Context = copy_context();
  readonly #flow: FlowControl;
  #protocol: DatagramProtocol;
  readonly #queue = new DatagramQueue();
  readonly #errors = new Ring<Error>();
  #isReady = false;
  #isPaused = false;
  #isClosing = false;
  /** More than 0 when the end has been decided; then it counts what is sent in vain. */
  #lost = 0;
  #isClosed = false;
  #isScheduled = false;

  constructor(loop: AbstractEventLoop, parts: DatagramTransportParts) {
    const { datagrams } = parts;
    super({
      socket: new TransportSocket(datagrams, SOCK_DGRAM),
      sockname: parts.sockname,
      peername: toAddress(datagrams.remote),
    });
    this.#loop = loop;
    this.#datagrams = datagrams;
    this.#family = parts.family;
    this.#fileno = datagrams.fileno;
    this.#address = parts.address;
    this.#isConnected = datagrams.remote !== null;
    this.#protocol = parts.protocol;
    this.#flow = new FlowControl(loop, this);
    loop._resources.add(this);
    listenInstead(datagrams, this);
    loop.call_soon(this.#connectionMade);
    // What comes at once must not reach a protocol that doesn't know its transport.
    loop.call_soon(this.#beginReading);
    loop.call_soon(setResultUnlessCancelled, parts.waiter);
  }

  readonly #connectionMade = (): void => {
    this.#protocol.connection_made(this);
  };

  readonly #beginReading = (): void => {
    this.#isReady = true;
    this.#schedule();
  };

  // What the platform tells

  received(data: Uint8Array, from: InternetEndpoint): void {
    if (this.#isClosing) return;
    this.#queue.push(data, from);
    this.#schedule();
  }

  failed(error: Error): void {
    this.#errors.push(fromSystemError(error) as Error);
    this.#schedule();
  }

  readonly #sent = (error: Error | null): void => {
    if (error !== null) this.failed(error);
    else if (this.#isClosing || this.#flow.isPaused) this.#schedule();
  };

  #schedule(): void {
    if (this.#isScheduled || this.#isClosed || !this.#isReady || this.#loop.is_closed()) return;
    this.#isScheduled = true;
    this.#loop.call_soon(this['_SelectorDatagramTransport._read_ready'], { context: this.#context });
  }

  /** One event. It goes by CPython's name, which reports show. */
  readonly '_SelectorDatagramTransport._read_ready' = (): void => {
    this.#isScheduled = false;
    if (this.#isClosed) return;
    try {
      this.#handle();
    } finally {
      if (this.#isClosing && this.#lost === 0 && this.get_write_buffer_size() === 0) this.#lose(null);
      if (this.#errors.length > 0 || (this.#queue.length > 0 && !this.#isPaused)) this.#schedule();
    }
  };

  #handle(): void {
    this.#flow.shrunk();
    const error = this.#errors.shift();
    if (error !== undefined) {
      this.#protocol.error_received(error);
      return;
    }
    const datagram = this.#isPaused ? undefined : this.#queue.shift();
    if (datagram !== undefined) this.#protocol.datagram_received(datagram.data, toAddress(datagram.from));
  }

  // What the protocol does

  override get_protocol(): DatagramProtocol {
    return this.#protocol;
  }

  override set_protocol(...args: readonly unknown[]): void {
    this.#protocol = protocolSpec.bind(args)[0] as DatagramProtocol;
  }

  override is_closing(): boolean {
    return this.#isClosing;
  }

  /** Whether it receives. */
  is_reading(): boolean {
    return !this.#isClosing && !this.#isPaused;
  }

  /** Receives no more; what comes is kept, as long as it isn't too much. */
  pause_reading(): void {
    if (!this.is_reading()) return;
    this.#isPaused = true;
    if (this.#loop.get_debug()) logger.debug('%r pauses reading', this);
  }

  /** Receives again. */
  resume_reading(): void {
    if (this.#isClosing || !this.#isPaused) return;
    this.#isPaused = false;
    if (this.#queue.length > 0) this.#schedule();
    if (this.#loop.get_debug()) logger.debug('%r resumes reading', this);
  }

  /** As {@link WriteTransport.set_write_buffer_limits}. */
  set_write_buffer_limits(...args: readonly unknown[]): void {
    this.#flow.setLimits(args);
  }

  /** As {@link WriteTransport.get_write_buffer_limits}. */
  get_write_buffer_limits(): [low: number, high: number] {
    return this.#flow.limits;
  }

  /** As {@link WriteTransport.get_write_buffer_size}. */
  get_write_buffer_size(): number {
    const [bytes, datagrams] = this.#datagrams.pending;
    return bytes + datagrams * HEADER_SIZE;
  }

  override sendto(...args: readonly unknown[]): void {
    const [data, addr = null] = sendtoSpec.bind(args);
    const bytes = asBytes(data);
    if (bytes === null) throw new TypeError(`data argument must be a bytes-like object, not '${typeName(data)}'`);
    if (this.#address !== null && addr !== null && repr(addr) !== repr(this.#address)) {
      throw new ValueError(`Invalid address: must be None or ${reprAddress(this.#address)}`);
    }
    if (this.#lost > 0) {
      if (this.#lost >= LOG_THRESHOLD_FOR_CONNLOST_WRITES) logger.warning('socket.send() raised exception.');
      this.#lost += 1;
      return;
    }
    if (this.#isConnected) {
      this.#send(bytes, null);
      return;
    }
    let place: Place;
    try {
      place = placeOf(this.#family, this.#address ?? addr, 'sendto');
    } catch (error) {
      this.#fatalError(error as Error, 'Fatal write error on datagram transport');
      return;
    }
    const to = inDigits(place);
    if (to === null) this.#sendToName(bytes, place);
    else this.#send(bytes, to);
  }

  #send(data: Uint8Array, to: InternetEndpoint | null): void {
    this.#datagrams.send(data, to, this.#sent);
    this.#flow.grown();
  }

  /** The look-up takes time: later datagrams may be faster. */
  #sendToName(data: Uint8Array, { host, port }: Place): void {
    const copy = data.slice();
    partOfNetwork('names').lookup(host, this.#family === 2 ? 4 : 6, (error, found) => {
      const [first] = found ?? [];
      if (this.#isClosed) return;
      if (error !== null) this.failed(nameErrorOf(error));
      else if (first !== undefined) this.#send(copy, { ...first, port });
    });
  }

  override close(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#queue.clear();
    if (this.get_write_buffer_size() === 0) this.#lose(null);
  }

  override abort(): void {
    this.#forceClose(null);
  }

  // The end

  #fatalError(error: Error, message: string): void {
    if (error instanceof OSError) {
      if (this.#loop.get_debug()) logger.debug('%r: %s', this, message);
    } else {
      this.#loop.call_exception_handler({ message, exception: error, transport: this, protocol: this.#protocol });
    }
    this.#forceClose(error);
  }

  #forceClose(error: Error | null): void {
    if (this.#lost > 0) return;
    this.#isClosing = true;
    this.#queue.clear();
    this.#lose(error);
  }

  /** The end is decided: the protocol is told in a handle of its own. */
  #lose(error: Error | null): void {
    this.#lost += 1;
    this.#loop.call_soon(this['_SelectorTransport._call_connection_lost'], error);
  }

  /** It goes by CPython's name, which reports show. */
  readonly '_SelectorTransport._call_connection_lost' = (error: Error | null): void => {
    try {
      this.#protocol.connection_lost(error);
    } finally {
      this.#isClosed = true;
      this.#datagrams.close();
      this.#loop._resources.delete(this);
    }
  };

  /** The loop is closed: nobody can be told any more. @internal */
  _release(): void {
    this.#isClosed = true;
    this.#isClosing = true;
    this.#datagrams.close();
  }

  /** Python's text. */
  __repr__(): string {
    const state = { isClosed: this.#isClosed, isClosing: this.#isClosing, fileno: this.#fileno };
    return transportRepr(this, state, this.#isClosed ? [] : directionsOf(this));
  }
}
Object.defineProperty(DatagramEndpointTransport, 'name', { value: '_SelectorDatagramTransport' });
installRepr(DatagramEndpointTransport);
