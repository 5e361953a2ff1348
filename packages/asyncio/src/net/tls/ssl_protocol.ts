/**
 * TLS, as a protocol between a transport and the protocol of a program.
 *
 *     stream of TLS ──► lower transport ──► SSLProtocol ──► protocol of the program
 *                       ◄──────────────── ◄──────────── its SSLTransport
 *
 * The host encrypts and decrypts: once the connection stands, its stream is replaced by one of TLS, and what passes
 * here is plain. What is left to do is what asyncio adds: when the protocol is told of the connection, time limits, the
 * goodbye, and a buffer of its own before that of the lower transport.
 */
import { ConnectionAbortedError, ConnectionResetError, OSError, TimeoutError } from '../../builtins/exceptions.js';
import { installRepr } from '../../builtins/repr.js';
import { isTrue } from '../../builtins/truth.js';
import { copy_context, type Context } from '../../contextvars/context.js';
import type { SecureOptions, TLSSession } from '../../host/tls.js';
import { partOfNetwork } from '../../host/network_registry.js';
import { logger } from '../../host/log.js';
import { FLOW_CONTROL_HIGH_WATER_SSL_WRITE, LOG_THRESHOLD_FOR_CONNLOST_WRITES } from '../../core/common/constants.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { CancelledError, isFatal } from '../../core/common/exceptions.js';
import type { Future } from '../../core/futures/futures.js';
import type { TimerHandle } from '../../core/contract/handles.js';
import { objectRepr } from '../../core/locks/mixins.js';
import { BufferedProtocol, Protocol, type BaseProtocol } from '../../core/contract/protocols.js';
import type { SSLContext } from '../../ssl/context.js';
import { SSLCertVerificationError, SSLError, sslError } from '../../ssl/errors.js';
import { SSLObject } from '../../ssl/ssl_object.js';
import { FlowControl } from '../common/flow_control.js';
import { raisedFor } from '../common/outcome.js';
import { fill } from './filling.js';
import { SSLTransport, type LowerTransport, type SSLWork } from './ssl_transport.js';
import { verify } from './ssl_verification.js';
import { secureOptions, type SSLSettings } from './ssl_settings.js';

/**
 * How far the connection has come.
 *
 *     new ──► handshake ──► open ──► closing ──► gone
 *
 * `closing`: our goodbye is said, that of the peer hasn't come. From every state an error leads to `gone`.
 */
type State = 'new' | 'handshake' | 'open' | 'closing' | 'gone';

/** Any object with these methods is a protocol. */
interface DataProtocol extends BaseProtocol {
  data_received(data: Uint8Array): void;
  eof_received(): unknown;
}

export class SSLProtocol extends Protocol implements SSLWork {
  readonly #loop: AbstractEventLoop;
  readonly #settings: SSLSettings;
  readonly #object: SSLObject<SSLContext>;
  readonly #extra: Record<string, unknown>;
  readonly #context: Context = copy_context();
  readonly #transport: SSLTransport;
  readonly _flow: FlowControl;
  _lower: LowerTransport | null = null;
  _appProtocol: BaseProtocol;
  _isReadingPaused = false;
  #waiter: Future<null> | null;
  #state: State = 'new';
  /** The protocol knows of the connection, and not yet of its end. */
  #isKnown: boolean;
  #eofWasTold = false;
  #timer: TimerHandle | null = null;
  #startTime = 0;
  readonly #backlog: Uint8Array[] = [];
  #backlogSize = 0;
  #isLowerPaused = false;
  /** How often was written in vain. */
  #lost = 0;

  constructor(
    loop: AbstractEventLoop,
    protocol: BaseProtocol,
    settings: SSLSettings,
    waiter: Future<null>,
    isKnown: boolean,
  ) {
    super();
    this.#loop = loop;
    this._appProtocol = protocol;
    this.#settings = settings;
    this.#waiter = waiter;
    this.#isKnown = isKnown;
    this.#object = new SSLObject(settings.context, settings.isServer, settings.hostname);
    this.#extra = { sslcontext: settings.context };
    this.#transport = new SSLTransport(this);
    this._flow = new FlowControl(loop, this.#transport, {
      high: FLOW_CONTROL_HIGH_WATER_SSL_WRITE * 1024,
      reporter: this,
    });
  }

  /** The transport of the program's protocol. */
  get _appTransport(): SSLTransport {
    return this.#transport;
  }

  // The handshake

  override connection_made(transport: LowerTransport): void {
    this._lower = transport;
    this.#state = 'handshake';
    if (this.#transport.is_closing()) {
      this.#fail(new ConnectionResetError());
      return;
    }
    if (this.#loop.get_debug()) {
      logger.debug('%r starts SSL handshake', this);
      this.#startTime = this.#loop.time();
    }
    this.#timer = this.#loop.call_later(this.#settings.handshakeTimeout, this.#handshakeIsLate);
    const options = secureOptions(this.#settings, this.#object, {
      later: this.#later,
      secured: (error, session) => {
        this.#later(() => {
          this.#secured(error, session);
        });
      },
      refused: this.#refused,
    });
    this.#secure(transport, options);
  }

  #secure(transport: LowerTransport, options: SecureOptions): void {
    transport._replaceStream((stream, unread) => partOfNetwork('tls').secure(stream, unread, options));
  }

  /** The platform calls outside of any handle. */
  readonly #later = (callback: () => void): void => {
    if (!this.#loop.is_closed()) this.#loop.call_soon(callback, { context: this.#context });
  };

  readonly #handshakeIsLate = (): void => {
    if (this.#state !== 'handshake') return;
    const seconds = this.#settings.handshakeTimeoutText;
    this.#fatal(
      new ConnectionAbortedError(`SSL handshake is taking longer than ${seconds} seconds: aborting the connection`),
    );
  };

  /** The program doesn't want to be the server by that name. */
  readonly #refused = (): void => {
    if (this.#state === 'handshake') this.#fail(sslError('SSL', 'CALLBACK_FAILED', 'callback failed'));
  };

  #secured(error: Error | null, session: TLSSession | null): void {
    if (this.#state !== 'handshake') return;
    const { context, isServer, hostname } = this.#settings;
    if (session === null) {
      const raised = raisedFor(error as Error);
      this.#fail(raised instanceof OSError ? raised : new SSLError(1, raised.message));
      return;
    }
    const refused = verify(session, context, isServer, hostname);
    if (refused === null) this.#begin(session);
    else this.#fail(refused);
  }

  #fail(error: Error): void {
    this.#stopTimer();
    this.#state = 'gone';
    const isOfCertificate = error instanceof SSLCertVerificationError;
    this.#fatal(error, `SSL handshake failed${isOfCertificate ? ' on verifying the certificate' : ''}`);
    this.#wake(error);
  }

  #begin(session: TLSSession): void {
    this.#stopTimer();
    this.#state = 'open';
    if (this.#loop.get_debug()) {
      const milliseconds = (this.#loop.time() - this.#startTime) * 1000;
      logger.debug('%r: SSL handshake took %s ms', this, milliseconds.toFixed(1));
    }
    const object = this.#object;
    object._begin(session);
    Object.assign(this.#extra, {
      peercert: object.getpeercert(),
      cipher: object.cipher(),
      compression: object.compression(),
      ssl_object: object,
    });
    if (!this.#isKnown) {
      this.#isKnown = true;
      try {
        this._appProtocol.connection_made(this.#transport);
      } catch (exception) {
        if (isFatal(exception)) throw exception;
        this.#report('Fatal error: protocol.buffer_updated() call failed.', exception);
        this._lower?._force_close(exception as Error);
        return;
      }
    }
    this.#wake(null);
    this.#flush();
  }

  #wake(error: Error | null): void {
    const waiter = this.#waiter;
    this.#waiter = null;
    if (waiter === null || waiter.cancelled()) return;
    if (error === null) waiter.set_result(null);
    else waiter.set_exception(error);
  }

  #stopTimer(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  // What comes

  override data_received(data: Uint8Array): void {
    if (this.#state === 'open') this.#deliver(data);
    else if (this.#state === 'closing') {
      const reason = 'APPLICATION_DATA_AFTER_CLOSE_NOTIFY';
      this.#fatal(sslError('SSL', reason, 'application data after close notify'));
    }
  }

  #deliver(data: Uint8Array): void {
    const protocol = this._appProtocol;
    try {
      if (protocol instanceof BufferedProtocol) fill(protocol, data, data.length, () => this.#state === 'open');
      else (protocol as DataProtocol).data_received(data);
    } catch (exception) {
      if (isFatal(exception)) throw exception;
      this.#fatal(exception as Error, 'Fatal error on SSL protocol');
    }
  }

  /** The peer has said goodbye, or gone without it. */
  override eof_received(): boolean {
    if (this.#loop.get_debug()) logger.debug('%r received EOF', this);
    if (this.#state === 'handshake') this.#fail(new ConnectionResetError());
    else if (this.#state === 'open') {
      this.#tellEof();
      this._shutDown();
    }
    if (this.#state === 'closing') this.#complete();
    // The lower transport stays until it is closed; one of TLS closes itself.
    return !(this._lower instanceof SSLTransport);
  }

  #tellEof(): void {
    if (!this.#isKnown || this.#eofWasTold) return;
    this.#eofWasTold = true;
    try {
      const keepsOpen = (this._appProtocol as DataProtocol).eof_received();
      if (isTrue(keepsOpen)) logger.warning('returning true from eof_received() has no effect when using ssl');
    } catch (exception) {
      if (isFatal(exception)) throw exception;
      this.#fatal(exception as Error, 'Error calling eof_received()');
    }
  }

  _pauseReading(): void {
    this._isReadingPaused = true;
    this._lower?.pause_reading();
  }

  _resumeReading(): void {
    if (!this._isReadingPaused) return;
    this._isReadingPaused = false;
    this._lower?.resume_reading();
  }

  // What goes

  get _bufferSize(): number {
    return this.#backlogSize;
  }

  _write(chunks: readonly Uint8Array[]): void {
    if (this.#state === 'closing' || this.#state === 'gone') {
      if (this.#lost >= LOG_THRESHOLD_FOR_CONNLOST_WRITES) logger.warning('SSL connection is closed');
      this.#lost += 1;
      return;
    }
    for (const chunk of chunks) {
      this.#backlog.push(chunk);
      this.#backlogSize += chunk.length;
    }
    if (this.#state === 'open') this.#flush();
  }

  /** Hands on what waits, if the lower transport has room: then all of it, as Python's does. */
  #flush(): void {
    if (!this.#isLowerPaused) this.#handOn();
    this._flow.changed();
  }

  #handOn(): void {
    this.#backlogSize = 0;
    for (const chunk of this.#backlog.splice(0)) this._lower?.write(chunk);
  }

  override pause_writing(): void {
    this.#isLowerPaused = true;
  }

  override resume_writing(): void {
    this.#isLowerPaused = false;
    if (this.#state === 'open') this.#flush();
  }

  // The end

  /** Says goodbye, after all that was written, and waits for the peer's. */
  _shutDown(): void {
    if (this.#state === 'handshake') this._abort(null);
    if (this.#state !== 'open') return;
    this.#transport._markClosed();
    this.#state = 'closing';
    this.#timer = this.#loop.call_later(this.#settings.shutdownTimeout, this.#shutdownIsLate);
    this.#handOn();
    this._lower?._endWriting();
    // The peer's goodbye stands behind what wasn't read yet.
    this._resumeReading();
  }

  readonly #shutdownIsLate = (): void => {
    if (this.#state === 'closing') this._lower?._force_close(new TimeoutError('SSL shutdown timed out'));
  };

  /** Both have said goodbye. */
  #complete(): void {
    this.#tellEof();
    this.#stopTimer();
    const lower = this._lower;
    if (lower !== null) {
      this.#loop.call_soon(() => {
        lower.close();
      });
    }
  }

  _abort(error: Error | null): void {
    this.#state = 'gone';
    this._lower?._force_close(error);
  }

  override connection_lost(error: Error | null): void {
    this.#backlog.length = 0;
    this.#backlogSize = 0;
    this.#lost += 1;
    this.#transport._markClosed();
    if (this.#state !== 'handshake' && this.#isKnown) {
      this.#isKnown = false;
      const protocol = this._appProtocol;
      this.#loop.call_soon(() => {
        protocol.connection_lost(error);
      });
    }
    this.#state = 'gone';
    this._lower = null;
    this.#wake(error);
    this.#stopTimer();
  }

  /** Ends the connection, and reports why unless it is the system's or the peer's business. */
  #fatal(error: Error, message = 'Fatal error on transport'): void {
    const lower = this._lower;
    lower?._force_close(error);
    if (error instanceof OSError) {
      if (this.#loop.get_debug()) logger.debug('%r: %s', this, message);
    } else if (!(error instanceof CancelledError)) this.#report(message, error);
  }

  #report(message: string, exception: unknown): void {
    this.#loop.call_exception_handler({ message, exception, transport: this._lower, protocol: this });
  }

  // For the transport

  _setAppProtocol(protocol: BaseProtocol): void {
    this._appProtocol = protocol;
  }

  _extraInfo(name: string, defaultValue: unknown): unknown {
    if (Object.hasOwn(this.#extra, name)) return this.#extra[name];
    return this._lower === null ? defaultValue : this._lower.get_extra_info(name, defaultValue);
  }

  /** Python's text of an object. */
  __repr__(): string {
    return `${objectRepr(this, SSLProtocol, 'asyncio.sslproto')}>`;
  }
}
installRepr(SSLProtocol);
