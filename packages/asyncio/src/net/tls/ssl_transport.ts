/** The transport of a protocol that speaks by TLS. What it is asked for the protocol of TLS does. */
import { signature } from '../../builtins/arguments.js';
import { ConnectionError, NotImplementedError, TypeError } from '../../builtins/exceptions.js';
import { installRepr, typeName } from '../../builtins/repr.js';
import { allocate } from '../../host/bytes.js';
import type { ByteStream } from '../../host/network.js';
import type { Gen } from '../../core/common/awaitable.js';
import { FLOW_CONTROL_HIGH_WATER_SSL_READ } from '../../core/common/constants.js';
import { objectRepr } from '../../core/locks/mixins.js';
import type { BaseProtocol } from '../../core/contract/protocols.js';
import { sleep } from '../../core/tasks/sleep.js';
import { Transport } from '../../core/contract/transports.js';
import { asBytes, checkedItem, dataOf } from '../../core/contract/bytes.js';
import { limitsOf, type FlowControl } from '../common/flow_control.js';

const protocolSpec = signature('_SSLProtocolTransport.set_protocol(self, protocol)');
const writeSpec = signature('_SSLProtocolTransport.write(self, data)');
const writelinesSpec = signature('_SSLProtocolTransport.writelines(self, list_of_data)');

/** A transport on which TLS can begin. */
export interface LowerTransport extends Transport {
  /** Ends the connection at once, and tells why. */
  _force_close(error: Error | null): void;
  /** Ends the stream, after all that was written. */
  _endWriting(): void;
  /** Sends a piece of a file, and waits until it is sent. */
  _sendPiece(piece: Uint8Array): Gen<void>;
  /** Goes on with a stream that is made of the present one. */
  _replaceStream(replacement: (stream: ByteStream, unread: readonly Uint8Array[]) => ByteStream): void;
}

/** What does the work. */
export interface SSLWork {
  readonly _appProtocol: BaseProtocol;
  readonly _isReadingPaused: boolean;
  readonly _bufferSize: number;
  readonly _flow: FlowControl;
  /** The transport below; null when the connection is lost. */
  readonly _lower: LowerTransport | null;
  _setAppProtocol(protocol: BaseProtocol): void;
  _extraInfo(name: string, defaultValue: unknown): unknown;
  _pauseReading(): void;
  _resumeReading(): void;
  _write(chunks: readonly Uint8Array[]): void;
  _shutDown(): void;
  _abort(error: Error | null): void;
}

const DEFAULT_READ_HIGH = FLOW_CONTROL_HIGH_WATER_SSL_READ * 1024;

export class SSLTransport extends Transport implements LowerTransport {
  readonly #work: SSLWork;
  #isClosed = false;
  #readLimits: [low: number, high: number] = limitsOf([], DEFAULT_READ_HIGH);

  constructor(work: SSLWork) {
    super();
    this.#work = work;
  }

  override _extraInfo(name: string, defaultValue: unknown): unknown {
    return this.#work._extraInfo(name, defaultValue);
  }

  override set_protocol(...args: readonly unknown[]): void {
    this.#work._setAppProtocol(protocolSpec.bind(args)[0] as BaseProtocol);
  }

  override get_protocol(): BaseProtocol {
    return this.#work._appProtocol;
  }

  override is_closing(): boolean {
    return this.#isClosed || (this.#work._lower?.is_closing() ?? false);
  }

  /** The connection is on its way to its end. */
  _markClosed(): void {
    this.#isClosed = true;
  }

  override close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#work._shutDown();
  }

  override abort(): void {
    this._force_close(null);
  }

  _force_close(error: Error | null): void {
    this.#isClosed = true;
    this.#work._abort(error);
  }

  /** The stream speaks TLS twice by then, and says goodbye for both. */
  _endWriting(): void {
    this.#work._lower?._endWriting();
  }

  _replaceStream(replacement: (stream: ByteStream, unread: readonly Uint8Array[]) => ByteStream): void {
    this.#work._lower?._replaceStream(replacement);
  }

  // Reading

  override is_reading(): boolean {
    return !this.#work._isReadingPaused;
  }

  override pause_reading(): void {
    this.#work._pauseReading();
  }

  override resume_reading(): void {
    this.#work._resumeReading();
  }

  /** Takes limits of what may wait to be read. The host has limits of its own. */
  set_read_buffer_limits(...args: readonly unknown[]): void {
    this.#readLimits = limitsOf(args, DEFAULT_READ_HIGH);
  }

  get_read_buffer_limits(): [low: number, high: number] {
    return this.#readLimits;
  }

  /** What waits to be read is the host's. */
  get_read_buffer_size(): number {
    return 0;
  }

  // Writing

  override set_write_buffer_limits(...args: readonly unknown[]): void {
    this.#work._flow.setLimits(args);
  }

  override get_write_buffer_limits(): [low: number, high: number] {
    return this.#work._flow.limits;
  }

  override get_write_buffer_size(): number {
    return this.#work._bufferSize;
  }

  override write(...args: readonly unknown[]): void {
    const data = dataOf(args, writeSpec);
    const bytes = asBytes(data);
    if (bytes === null) throw new TypeError(`data: expecting a bytes-like instance, got ${typeName(data)}`);
    if (bytes.length > 0) this.#work._write([bytes]);
  }

  override writelines(...args: readonly unknown[]): void {
    const [list] = writelinesSpec.bind(args) as [Iterable<unknown>];
    this.#work._write([...list].map(checkedItem));
  }

  /** A file is on its way. Whoever writes in between mixes it up, as in Python. */
  _beginSendfile(): () => void {
    return () => undefined;
  }

  *_sendPiece(piece: Uint8Array): Gen<void> {
    this.#standing();
    if (piece.length > 0) this.#work._write([piece]);
    for (;;) {
      yield* this.#standing()._sendPiece(allocate(0));
      if (this.#work._bufferSize === 0) return;
      // The lower transport has room, and says so in a handle of its own.
      yield* sleep(0);
    }
  }

  /** The lower transport, as long as there is a connection. */
  #standing(): LowerTransport {
    const lower = this.#work._lower;
    if (lower === null || this.#isClosed) throw new ConnectionError('Connection is closed by peer');
    return lower;
  }

  override write_eof(): void {
    throw new NotImplementedError();
  }

  override can_write_eof(): boolean {
    return false;
  }

  /** Python's text of an object. */
  __repr__(): string {
    return `${objectRepr(this, SSLTransport, 'asyncio.sslproto')}>`;
  }
}
Object.defineProperty(SSLTransport, 'name', { value: '_SSLProtocolTransport' });
installRepr(SSLTransport);
