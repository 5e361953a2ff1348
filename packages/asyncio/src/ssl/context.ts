/** `SSLContext`: the settings of TLS connections. */
import { signature } from '../builtins/arguments.js';
import { NotImplementedError, TypeError, UnicodeEncodeError, ValueError } from '../builtins/exceptions.js';
import { fromSystemError } from '../builtins/oserrors.js';
import { typeName } from '../builtins/repr.js';
import type { Identity, TLSContext, TLSSettings } from '../host/tls.js';
import { partOfNetwork } from '../host/network_registry.js';
import type { Certificate } from './certificate.js';
import {
  CERT_NONE,
  CERT_REQUIRED,
  OP_ALL,
  OP_CIPHER_SERVER_PREFERENCE,
  OP_ENABLE_MIDDLEBOX_COMPAT,
  OP_NO_COMPRESSION,
  OP_NO_SSLv3,
  PROTOCOL_TLS,
  PROTOCOL_TLS_CLIENT,
  PROTOCOL_TLS_SERVER,
  PROTOCOL_TLSv1,
  TLSVersion,
  VERIFY_X509_PARTIAL_CHAIN,
  VERIFY_X509_TRUSTED_FIRST,
} from './constants.js';
import { fromOpenSSLError, SSLError } from './errors.js';
import { loadIdentity } from './identities.js';
import type { SSLObject } from './ssl_object.js';
import { checkedPath, readFile, Trust } from './trust.js';

/** What CPython is built with. */
const DEFAULT_CIPHERS = '@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM';
const DEFAULT_OPTIONS =
  OP_ALL + OP_NO_SSLv3 + OP_CIPHER_SERVER_PREFERENCE + OP_NO_COMPRESSION + OP_ENABLE_MIDDLEBOX_COMPAT;

const verifySpec = signature('load_verify_locations(cafile?, capath?, cadata?)');
const listSpec = signature('get_ca_certs(binary_form?)');

/**
 * Called on a server with the connection, the name that the client asks for, and the context. It may give the
 * connection another `context`. What it returns is not used, but for null.
 *
 * @public
 */
export type ServerNameCallback = (
  sslobject: SSLObject<SSLContext>,
  server_name: string | null,
  context: SSLContext,
) => unknown;

/** A password: itself, or what gives it. @public */
export type Password = string | Uint8Array | (() => string | Uint8Array);

/** The last arguments of {@link SSLContext.load_cert_chain}. @public */
export interface LoadCertChainOptions {
  /** The file of the key; by default the same as that of the certificate. */
  readonly keyfile?: string | null | undefined;
  /** The password of the key. */
  readonly password?: Password | null | undefined;
}

/** The arguments of {@link SSLContext.load_verify_locations}. @public */
export interface VerifyLocations {
  /** A file of certificates in PEM. */
  readonly cafile?: string | null | undefined;
  /** A folder of certificates, by their hashes. */
  readonly capath?: string | null | undefined;
  /** Certificates: text in PEM, or bytes in DER. */
  readonly cadata?: string | Uint8Array | null | undefined;
}

/**
 * The settings of TLS connections: whom to trust, what to show, which versions and ciphers.
 *
 * @remarks
 * **Python.** `ssl.SSLContext`. A context for clients verifies its servers, one for servers doesn't ask for the
 * certificates of clients. {@link create_default_context} makes contexts that trust the usual authorities.
 *
 * @example
 * ```ts
 * const context = new asyncio.ssl.SSLContext(asyncio.ssl.PROTOCOL_TLS_CLIENT);
 * context.check_hostname; // => true
 * context.verify_mode === asyncio.ssl.CERT_REQUIRED; // => true
 * ```
 *
 * @public
 */
export class SSLContext {
  readonly #protocol: number;
  readonly #trust = new Trust();
  readonly #identities: Identity[] = [];
  #checksHost: boolean;
  #mode: number;
  #flags = VERIFY_X509_TRUSTED_FIRST;
  #minimum: number = TLSVersion.TLSv1_2;
  #maximum: number = TLSVersion.MAXIMUM_SUPPORTED;
  #options = DEFAULT_OPTIONS;
  #ciphers = DEFAULT_CIPHERS;
  #curve: string | null = null;
  #dhParameters: string | null = null;
  #protocols: readonly string[] = [];
  #named: ServerNameCallback | null = null;
  #keyLog: string | null = null;
  /** What the platform has made of it; null when a setting has changed since. */
  #made: TLSContext | null = null;

  /** Whether the name in the subject of a certificate counts where it has no others. */
  hostname_checks_common_name: boolean = true;

  /** @param protocol - `PROTOCOL_TLS_CLIENT` or `PROTOCOL_TLS_SERVER`. */
  constructor(protocol: number = PROTOCOL_TLS) {
    if (typeof protocol !== 'number') throw notAnInteger(protocol);
    const isOld = protocol >= PROTOCOL_TLSv1 && protocol < PROTOCOL_TLSv1 + 3;
    const isNew = protocol === PROTOCOL_TLS_CLIENT || protocol === PROTOCOL_TLS_SERVER;
    if (protocol !== PROTOCOL_TLS && !isOld && !isNew) {
      throw new ValueError(`invalid or unsupported protocol version ${String(protocol)}`);
    }
    this.#protocol = protocol;
    this.#checksHost = protocol === PROTOCOL_TLS_CLIENT;
    this.#mode = this.#checksHost ? CERT_REQUIRED : CERT_NONE;
    if (isOld) this.#minimum = this.#maximum = TLSVersion.TLSv1 + protocol - PROTOCOL_TLSv1;
  }

  /** For which side it is. */
  get protocol(): number {
    return this.#protocol;
  }

  /** Whether the peer's certificate has to be for the host; true demands a certificate, too. */
  get check_hostname(): boolean {
    return this.#checksHost;
  }

  set check_hostname(value: boolean) {
    this.#checksHost = value;
    if (value && this.#mode === CERT_NONE) this.#mode = CERT_REQUIRED;
  }

  /** Whether the peer has to show a certificate: `CERT_NONE`, `CERT_OPTIONAL` or `CERT_REQUIRED`. */
  get verify_mode(): number {
    return this.#mode;
  }

  set verify_mode(value: number) {
    if (typeof value !== 'number') throw notAnInteger(value);
    if (![0, 1, 2].includes(value)) throw new ValueError('invalid value for verify_mode');
    if (value === CERT_NONE && this.#checksHost) {
      throw new ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.');
    }
    this.#mode = value;
  }

  /** How certificates are verified: flags such as `VERIFY_X509_PARTIAL_CHAIN`. */
  get verify_flags(): number {
    return this.#flags;
  }

  set verify_flags(value: number) {
    this.#flags = unsigned(value);
    this.#made = null;
  }

  /** The oldest version that is spoken. */
  get minimum_version(): number {
    return this.#minimum;
  }

  set minimum_version(value: number) {
    this.#minimum = version(value, TLSVersion.TLSv1_3);
    this.#made = null;
  }

  /** The newest version that is spoken. */
  get maximum_version(): number {
    return this.#maximum;
  }

  set maximum_version(value: number) {
    this.#maximum = value === TLSVersion.MINIMUM_SUPPORTED ? TLSVersion.TLSv1 : version(value, value);
    this.#made = null;
  }

  /** OpenSSL's options, such as `OP_NO_TICKET`. */
  get options(): number {
    return this.#options;
  }

  set options(value: number) {
    this.#options = unsigned(value);
    this.#made = null;
  }

  /** A file to which the keys of connections are added, for those who have to look into them; null for none. */
  get keylog_filename(): string | null {
    return this.#keyLog;
  }

  set keylog_filename(value: string | null) {
    if (value !== null) touch(checkedPath(value, 'keylog_filename'));
    this.#keyLog = value;
  }

  /** Called on a server when a client has told which name it wants; null for nobody. */
  get sni_callback(): ServerNameCallback | null {
    return this.#named;
  }

  set sni_callback(value: ServerNameCallback | null) {
    if (this.#protocol === PROTOCOL_TLS_CLIENT)
      throw new ValueError('sni_callback cannot be set on TLS_CLIENT context');
    if (value !== null && typeof value !== 'function') throw new TypeError('not a callable object');
    this.#named = value;
  }

  /** Sets {@link SSLContext.sni_callback}. */
  set_servername_callback(server_name_callback: ServerNameCallback | null): void {
    this.sni_callback = server_name_callback;
  }

  /**
   * Loads the certificate that is shown to peers, and its key.
   *
   * @param certfile - A file in PEM: the certificate, and those that lead to a known one. Also as keyword.
   * @param keyfile - The file of the key; by default the same. Also as keyword.
   * @param password - The password of the key, or what gives it. Also as keyword.
   * @throws OSError if a file can't be read; SSLError if they don't fit.
   */
  load_cert_chain(certfile: string, keyfile?: string | null, password?: Password | null): void;
  load_cert_chain(certfile: string, options: LoadCertChainOptions): void;
  load_cert_chain(options: LoadCertChainOptions & { readonly certfile: string }): void;
  load_cert_chain(...args: readonly unknown[]): void {
    this.#identities.push(loadIdentity(args, { ...this.#settings(), identities: [], authorities: [], revoked: [] }));
    this.#made = null;
  }

  /**
   * Loads authorities that are trusted, and lists of revoked certificates.
   *
   * @param cafile - A file in PEM. Also as keyword.
   * @param capath - A folder of such files, by their hashes. Also as keyword.
   * @param cadata - Text in PEM, or bytes in DER. Also as keyword.
   * @throws OSError if the file can't be read; SSLError if there is nothing in it.
   */
  load_verify_locations(cafile?: string | null, capath?: string | null, cadata?: string | Uint8Array | null): void;
  load_verify_locations(options: VerifyLocations): void;
  load_verify_locations(...args: readonly unknown[]): void {
    const [cafile = null, capath = null, cadata = null] = verifySpec.bind(args);
    if (cafile === null && capath === null && cadata === null) {
      throw new TypeError('cafile, capath and cadata cannot be all omitted');
    }
    const file = cafile === null ? null : checkedPath(cafile, 'cafile');
    const folder = capath === null ? null : checkedPath(capath, 'capath');
    if (cadata !== null && typeof cadata !== 'string' && !(cadata instanceof Uint8Array)) {
      throw new TypeError('cadata should be an ASCII string or a bytes-like object');
    }
    if (cadata !== null) this.#trust.addData(cadata);
    if (file !== null) this.#trust.addFile(file);
    if (folder !== null) this.#trust.addFolder(folder);
    this.#made = null;
  }

  /**
   * Trusts the authorities whom the platform knows; or those of the variables `SSL_CERT_FILE` and `SSL_CERT_DIR`.
   *
   * @param purpose - Of no effect, but on Windows in Python.
   */
  load_default_certs(purpose?: unknown): void {
    void purpose;
    this.set_default_verify_paths();
  }

  /** As {@link SSLContext.load_default_certs}. */
  set_default_verify_paths(): void {
    this.#trust.addDefaults();
    this.#made = null;
  }

  /** How many certificates, lists of revoked ones and authorities were loaded. */
  cert_store_stats(): { x509: number; crl: number; x509_ca: number } {
    return this.#trust.stats();
  }

  /**
   * The authorities that were loaded.
   *
   * @param binary_form - Whether in DER. Also as keyword.
   */
  get_ca_certs(binary_form?: false | { readonly binary_form?: false }): Certificate[];
  get_ca_certs(binary_form: true | { readonly binary_form: true }): Uint8Array[];
  get_ca_certs(...args: readonly unknown[]): (Certificate | Uint8Array)[] {
    return this.#trust.list(Boolean(listSpec.bind(args)[0]));
  }

  /**
   * Sets what may be spoken above TLS, the best first.
   *
   * @param alpn_protocols - Such as `['h2', 'http/1.1']`.
   */
  set_alpn_protocols(alpn_protocols: Iterable<string>): void {
    const protocols = [...alpn_protocols];
    for (const protocol of protocols) checkProtocol(protocol);
    this.#protocols = protocols;
  }

  /**
   * Sets the ciphers of TLS 1.2 and older, as OpenSSL writes them. Those of TLS 1.3 stay.
   *
   * @throws SSLError if there is none of them.
   */
  set_ciphers(ciphers: string): void {
    if (typeof ciphers !== 'string') {
      throw new TypeError(`set_ciphers() argument must be str, not ${typeName(ciphers)}`);
    }
    try {
      if (ciphers === '') throw new ValueError('no ciphers');
      partOfNetwork('tls').context({ ...this.#settings(), identities: [], authorities: [], revoked: [], ciphers });
    } catch (error) {
      const raised = new SSLError('No cipher can be selected.');
      raised.__cause__ = error;
      throw raised;
    }
    this.#ciphers = ciphers;
    this.#made = null;
  }

  /** Sets the curve over which keys are exchanged, such as `'prime256v1'`. */
  set_ecdh_curve(curve_name: string): void {
    try {
      partOfNetwork('tls').context({ ...this.#settings(), identities: [], authorities: [], curve: curve_name });
    } catch {
      throw new ValueError(`unknown elliptic curve name '${curve_name}'`);
    }
    this.#curve = curve_name;
    this.#made = null;
  }

  /** Loads the numbers of a Diffie-Hellman exchange from a file in PEM. */
  load_dh_params(dhfile: string): void {
    this.#dhParameters = readFile(checkedPath(dhfile, 'dhfile'));
    this.#made = null;
  }

  /**
   * The host reads and writes TLS itself: `loop.create_connection` connects.
   *
   * @throws NotImplementedError.
   */
  wrap_socket(): never {
    throw byHost('asyncio.open_connection(…, { ssl: context })');
  }

  /**
   * Not here, as {@link SSLContext.wrap_socket}.
   *
   * @throws NotImplementedError.
   */
  wrap_bio(): never {
    throw byHost('loop.start_tls(transport, protocol, context)');
  }

  // For connections

  /** @internal */
  get _protocols(): readonly string[] {
    return this.#protocols;
  }

  /** What the platform makes of it. @internal */
  get _context(): TLSContext {
    if (this.#made !== null) return this.#made;
    try {
      this.#made = partOfNetwork('tls').context(this.#settings());
    } catch (error) {
      throw fromOpenSSLError(error);
    }
    return this.#made;
  }

  #settings(): TLSSettings {
    return {
      identities: this.#identities,
      authorities: this.#trust.authorities,
      revoked: this.#trust.revoked,
      trustsPartialChains: (this.#flags & VERIFY_X509_PARTIAL_CHAIN) !== 0,
      ciphers: this.#ciphers,
      curve: this.#curve,
      dhParameters: this.#dhParameters,
      minimum: this.#minimum < 0 ? null : this.#minimum,
      maximum: this.#maximum < 0 ? null : this.#maximum,
      flags: this.#options,
    };
  }
}

const byHost = (instead: string): Error =>
  new NotImplementedError(`the host reads and writes TLS itself; use ${instead}`);

/** Makes a file, unless it is there. */
function touch(path: string): void {
  try {
    partOfNetwork('tls').append(path, new Uint8Array());
  } catch (error) {
    throw fromSystemError(error);
  }
}

function notAnInteger(value: unknown): Error {
  return new TypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** Flags, as 32 bits: JavaScript's operators make negative numbers of them. */
function unsigned(value: number): number {
  if (typeof value !== 'number') throw new TypeError(`argument must be int, not ${typeName(value)}`);
  return value >>> 0;
}

function version(value: number, newest: number): number {
  if (value === TLSVersion.MAXIMUM_SUPPORTED) return newest;
  if (value === TLSVersion.MINIMUM_SUPPORTED || (value >= TLSVersion.SSLv3 && value <= TLSVersion.TLSv1_3))
    return value;
  throw new ValueError(`Unsupported TLS/SSL version 0x${value.toString(16)}`);
}

function checkProtocol(protocol: unknown): void {
  if (typeof protocol !== 'string') throw new TypeError('encoding without a string argument');
  for (let at = 0; at < protocol.length; at++) {
    if (protocol.charCodeAt(at) > 127)
      throw new UnicodeEncodeError('ascii', protocol, at, at + 1, 'ordinal not in range(128)');
  }
  if (protocol.length === 0 || protocol.length > 255) {
    throw new SSLError('ALPN protocols must be 1 to 255 in length');
  }
}
