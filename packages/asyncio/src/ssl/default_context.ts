/** `create_default_context`: settings that are safe. */
import { signature } from '../builtins/arguments.js';
import { TypeError, ValueError } from '../builtins/exceptions.js';
import { repr, str } from '../builtins/repr.js';
import { partOfNetwork } from '../host/network_registry.js';
import {
  CERT_NONE,
  PROTOCOL_TLS_CLIENT,
  PROTOCOL_TLS_SERVER,
  VERIFY_X509_PARTIAL_CHAIN,
  VERIFY_X509_STRICT,
} from './constants.js';
import { SSLContext, type VerifyLocations } from './context.js';
import { ASN1Object, Purpose } from './purpose.js';

const spec = signature('create_default_context(purpose?, *, cafile, capath, cadata)');

/**
 * Makes a context with safe settings. One for clients trusts the authorities whom the platform knows, unless others are
 * given, and verifies the name of the host.
 *
 * @remarks
 * **Python.** `ssl.create_default_context`.
 *
 * @example
 * ```ts node
 * const context = asyncio.ssl.create_default_context();
 * context.set_alpn_protocols(['http/1.1']);
 * context.minimum_version === asyncio.ssl.TLSVersion.TLSv1_2; // => true
 * ```
 *
 * @param purpose - `Purpose.SERVER_AUTH` to connect to servers, which is the default; `Purpose.CLIENT_AUTH` to be one.
 * @param options - Whom to trust: see {@link SSLContext.load_verify_locations}.
 * @returns The context.
 * @throws OSError if the file can't be read.
 * @public
 */
export function create_default_context(purpose?: ASN1Object, options?: VerifyLocations): SSLContext;
export function create_default_context(options: VerifyLocations & { readonly purpose?: ASN1Object }): SSLContext;
export function create_default_context(...args: readonly unknown[]): SSLContext {
  const [purpose = Purpose.SERVER_AUTH, cafile, capath, cadata] = spec.bind(args);
  if (!(purpose instanceof ASN1Object)) throw new TypeError(str(purpose));
  const isClient = purpose === Purpose.SERVER_AUTH;
  const context = new SSLContext(isClient ? PROTOCOL_TLS_CLIENT : PROTOCOL_TLS_SERVER);
  context.verify_flags |= VERIFY_X509_PARTIAL_CHAIN | VERIFY_X509_STRICT;
  const hasOwn = [cafile, capath, cadata].some((value) => value !== undefined && value !== null && value !== '');
  if (hasOwn) context.load_verify_locations({ cafile, capath, cadata } as VerifyLocations);
  else if (context.verify_mode !== CERT_NONE) context.load_default_certs(purpose);
  const keyLog = isClient ? partOfNetwork('tls').variable('SSLKEYLOGFILE') : null;
  if (keyLog !== null && keyLog !== '') context.keylog_filename = keyLog;
  return context;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DATE = /^([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d\d):(\d\d)\s+(\d{4})\s+gmt$/i;

/**
 * The seconds since 1970 of a date as it stands in a certificate.
 *
 * @remarks
 * **Python.** `ssl.cert_time_to_seconds`.
 *
 * @example
 * ```ts
 * asyncio.ssl.cert_time_to_seconds('Jan  5 09:34:43 2018 GMT'); // => 1515144883
 * ```
 *
 * @param cert_time - The date.
 * @returns The seconds.
 * @throws ValueError if it is no such date.
 * @public
 */
export function cert_time_to_seconds(cert_time: string): number {
  const [, name = '', day, hour, minute, second, year] = DATE.exec(cert_time) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase());
  if (month < 0) {
    throw new ValueError(`time data ${repr(cert_time)} does not match format "%b %d %H:%M:%S %Y GMT"`);
  }
  return Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
}
