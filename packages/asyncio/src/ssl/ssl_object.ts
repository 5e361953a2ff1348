/** `SSLObject`: what TLS has agreed upon, for those who ask. */
import { signature } from '../builtins/arguments.js';
import { NotImplementedError, ValueError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import { isTrue } from '../builtins/truth.js';
import type { TLSSession } from '../host/tls.js';
import { decodeCertificate, type Certificate } from './certificate.js';
import { CERT_NONE } from './constants.js';

const certificateSpec = signature('getpeercert(binary_form?)');
const bindingSpec = signature('get_channel_binding(cb_type?)');

/** How many bits a cipher's key has, where it isn't 128. */
const BITS: readonly (readonly [name: RegExp, bits: number])[] = [
  [/256|CHACHA20|GOST/, 256],
  [/3DES|DES-CBC3/, 112],
  [/NULL/, 0],
];

/** A cipher: its name, since which version there is it, and how many bits its key has. @public */
export type Cipher = readonly [name: string, protocol: string, bits: number];

/** What counts of a context here. @public */
export interface VerifyingContext {
  /** Whether the peer's certificate is verified. */
  readonly verify_mode: number;
}

/**
 * What TLS has agreed upon on a connection: `transport.get_extra_info('ssl_object')`.
 *
 * @remarks
 * **Python.** `ssl.SSLObject`, without what reads and writes: the host does that itself.
 *
 * @example
 * ```ts node no-run
 * const main = asyncio.coroutine(async () => {
 *   const [, writer] = await asyncio.open_connection('example.org', 443, { ssl: true });
 *   const session = writer.get_extra_info('ssl_object') as asyncio.ssl.SSLObject;
 *   writer.close();
 *   return session.version();
 * });
 * await asyncio.run(main());
 * ```
 *
 * @public
 */
export class SSLObject<Context extends VerifyingContext = VerifyingContext> {
  /** Whether this is the server's end. */
  readonly server_side: boolean;
  /** The name that the server's certificate has to bear; null on a server. */
  readonly server_hostname: string | null;
  /** The settings. A {@link ServerNameCallback} may set others. */
  context: Context;
  #session: TLSSession | null = null;

  /** @internal */
  constructor(context: Context, server_side: boolean, server_hostname: string | null) {
    this.context = context;
    this.server_side = server_side;
    this.server_hostname = server_hostname;
  }

  /** The handshake is over. @internal */
  _begin(session: TLSSession): void {
    this.#session = session;
  }

  /** The version, such as `'TLSv1.3'`; null before the handshake is over. */
  version(): string | null {
    return this.#session?.version ?? null;
  }

  /** The cipher; null before the handshake is over. */
  cipher(): Cipher | null {
    if (this.#session === null) return null;
    const [name, since] = this.#session.cipher;
    return [name, since, BITS.find(([pattern]) => pattern.test(name))?.[1] ?? 128];
  }

  /** The ciphers that a client offers, of which Node doesn't tell: null. */
  shared_ciphers(): null {
    return null;
  }

  /** The compression: null, since none is safe. */
  compression(): null {
    return null;
  }

  /** What is spoken above TLS; null if nothing was agreed upon. */
  selected_alpn_protocol(): string | null {
    return this.#session?.protocol ?? null;
  }

  /** Null: ALPN has taken its place. */
  selected_npn_protocol(): null {
    return null;
  }

  /** Whether an earlier session was gone on with. */
  get session_reused(): boolean {
    return this.#session?.isReused ?? false;
  }

  /**
   * The peer's certificate.
   *
   * @param binary_form - Whether in DER. Also as keyword.
   * @returns What is in it; empty if it wasn't verified, null if there is none.
   * @throws ValueError before the handshake is over.
   */
  getpeercert(binary_form?: false | { readonly binary_form?: false }): Certificate | Record<string, never> | null;
  getpeercert(binary_form: true | { readonly binary_form: true }): Uint8Array | null;
  getpeercert(...args: readonly unknown[]): Certificate | Record<string, never> | Uint8Array | null {
    const [binary_form] = certificateSpec.bind(args);
    if (this.#session === null) throw new ValueError('handshake not done yet');
    const [certificate] = this.#session.certificates;
    if (certificate === undefined) return null;
    if (isTrue(binary_form ?? false)) return certificate;
    return this.context.verify_mode === CERT_NONE ? {} : decodeCertificate(certificate);
  }

  /** The certificates that the peer has shown, in DER, its own first. */
  get_unverified_chain(): readonly Uint8Array[] {
    return this.#session?.certificates ?? [];
  }

  /**
   * What both ends have in common that nobody else has.
   *
   * @param cb_type - `'tls-unique'`. Also as keyword.
   * @returns Null with TLS 1.3.
   */
  get_channel_binding(cb_type?: string | { readonly cb_type?: string }): Uint8Array | null;
  get_channel_binding(...args: readonly unknown[]): Uint8Array | null {
    const [kind = 'tls-unique'] = bindingSpec.bind(args);
    if (kind !== 'tls-unique') throw new ValueError(`${repr(kind)} channel binding type not implemented`);
    return this.#session?.binding ?? null;
  }

  /** How many bytes were decrypted and not read: 0, since they are the transport's. */
  pending(): number {
    return 0;
  }

  /**
   * Not here, since the host reads TLS itself: read from the stream or the protocol.
   *
   * @throws NotImplementedError.
   */
  read(): never {
    throw byHost();
  }

  /**
   * Not here, as {@link SSLObject.read}.
   *
   * @throws NotImplementedError.
   */
  write(): never {
    throw byHost();
  }

  /**
   * Not here, as {@link SSLObject.read}.
   *
   * @throws NotImplementedError.
   */
  do_handshake(): never {
    throw byHost();
  }

  /**
   * Not here, as {@link SSLObject.read}.
   *
   * @throws NotImplementedError.
   */
  unwrap(): never {
    throw byHost();
  }
}

function byHost(): Error {
  return new NotImplementedError('the host reads and writes TLS itself; use the transport, or the streams');
}
