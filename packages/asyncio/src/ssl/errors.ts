/** The errors of Python's `ssl` module. */
import { registerExceptions } from '../builtins/exception_classes.js';
import { OSError } from '../builtins/oserrors.js';
import { repr } from '../builtins/repr.js';
import { SSL_ERROR_SSL } from './constants.js';

/**
 * TLS has failed.
 *
 * @remarks
 * **Python.** `ssl.SSLError`, an `OSError`. The text lacks the place in CPython's C source, `(_ssl.c:1018)`.
 *
 * @example
 * ```ts
 * const error = new asyncio.ssl.SSLError(1, '[SSL: NO_SHARED_CIPHER] no shared cipher');
 * String(error); // => '[SSL: NO_SHARED_CIPHER] no shared cipher'
 * error instanceof asyncio.OSError; // => true
 * ```
 *
 * @public
 */
export class SSLError extends OSError {
  /** OpenSSL's part where it happened, such as `SSL` or `X509`. */
  declare library?: string | null;
  /** OpenSSL's name of the reason, such as `CERTIFICATE_VERIFY_FAILED`. */
  declare reason?: string | null;

  override __str__(): string {
    if (typeof this.strerror === 'string') return this.strerror;
    return this.args.length === 1 ? `(${repr(this.args[0])},)` : `(${this.args.map((each) => repr(each)).join(', ')})`;
  }
}

/**
 * The peer has said goodbye.
 *
 * @remarks
 * **Python.** `ssl.SSLZeroReturnError`.
 *
 * @example
 * ```ts
 * new asyncio.ssl.SSLZeroReturnError(1, 'text') instanceof asyncio.ssl.SSLError; // => true
 * ```
 *
 * @public
 */
export class SSLZeroReturnError extends SSLError {}
/**
 * More has to be read; asyncio's connections never raise it.
 *
 * @remarks
 * **Python.** `ssl.SSLWantReadError`.
 *
 * @example
 * ```ts
 * new asyncio.ssl.SSLWantReadError(1, 'text') instanceof asyncio.ssl.SSLError; // => true
 * ```
 *
 * @public
 */
export class SSLWantReadError extends SSLError {}
/**
 * More has to be written; asyncio's connections never raise it.
 *
 * @remarks
 * **Python.** `ssl.SSLWantWriteError`.
 *
 * @example
 * ```ts
 * new asyncio.ssl.SSLWantWriteError(1, 'text') instanceof asyncio.ssl.SSLError; // => true
 * ```
 *
 * @public
 */
export class SSLWantWriteError extends SSLError {}
/**
 * A system call has failed.
 *
 * @remarks
 * **Python.** `ssl.SSLSyscallError`.
 *
 * @example
 * ```ts
 * new asyncio.ssl.SSLSyscallError(1, 'text') instanceof asyncio.ssl.SSLError; // => true
 * ```
 *
 * @public
 */
export class SSLSyscallError extends SSLError {}
/**
 * The connection has ended without a goodbye.
 *
 * @remarks
 * **Python.** `ssl.SSLEOFError`.
 *
 * @example
 * ```ts
 * new asyncio.ssl.SSLEOFError(1, 'text') instanceof asyncio.ssl.SSLError; // => true
 * ```
 *
 * @public
 */
export class SSLEOFError extends SSLError {}

/**
 * The peer's certificate isn't good.
 *
 * @remarks
 * **Python.** `ssl.SSLCertVerificationError`, also called `CertificateError`. In Python it is a `ValueError` as well.
 *
 * @example
 * ```ts
 * const error = new asyncio.ssl.SSLCertVerificationError(1, 'text');
 * error instanceof asyncio.ssl.SSLError; // => true
 * ```
 *
 * @public
 */
export class SSLCertVerificationError extends SSLError {
  /** OpenSSL's number of what is wrong. */
  declare verify_code?: number;
  /** What is wrong. */
  declare verify_message?: string;
}

registerExceptions(
  {
    SSLError,
    SSLZeroReturnError,
    SSLWantReadError,
    SSLWantWriteError,
    SSLSyscallError,
    SSLEOFError,
    SSLCertVerificationError,
  },
  'ssl',
);

/** An error with its library and its reason. */
export function sslError(
  library: string,
  reason: string | null,
  text: string,
  number: number = SSL_ERROR_SSL,
): SSLError {
  const error = new SSLError(number, reason === null ? `[${library}] ${text}` : `[${library}: ${reason}] ${text}`);
  error.library = library;
  error.reason = reason;
  return error;
}

/** The error for a certificate that isn't good. */
export function verificationError(code: number, message: string): SSLCertVerificationError {
  const reason = 'CERTIFICATE_VERIFY_FAILED';
  const text = `[SSL: ${reason}] certificate verify failed: ${message}`;
  const error = new SSLCertVerificationError(SSL_ERROR_SSL, text);
  error.library = 'SSL';
  error.reason = reason;
  error.verify_code = code;
  error.verify_message = message;
  return error;
}

/** OpenSSL's error as a platform tells it: in fields, or in a line of text. */
interface OpenSSLError extends Error {
  readonly code?: unknown;
  readonly library?: unknown;
  readonly reason?: unknown;
}

/** Whole lines look like `error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:…`. */
const LINE = /error:[\dA-F]+:([^:]*):[^:]*:([^:\n]*)/i;

/** The `SSLError` for an error of OpenSSL's; anything else comes back as it is. */
export function fromOpenSSLError(error: unknown): unknown {
  // Errors of another realm are no instances of this one's `Error`.
  if (typeof error !== 'object' || error === null || error instanceof SSLError) return error;
  const given = error as OpenSSLError;
  const [, ofLine, reasonOfLine] = LINE.exec(given.message) ?? [];
  const routines = typeof given.library === 'string' ? given.library : ofLine;
  const text = typeof given.reason === 'string' ? given.reason : reasonOfLine;
  if (routines === undefined || text === undefined) return error;
  // Newer versions of OpenSSL say `ssl/tls alert …` where the name is still `SSLV3_ALERT_…`.
  const reason = text
    .replace(/^ssl\/tls /, 'sslv3 ')
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, '_');
  const library = routines.replace(/ (certificate )?routines$/, '').toUpperCase();
  const raised = sslError(library, reason, text);
  raised.__cause__ = error;
  return raised;
}
