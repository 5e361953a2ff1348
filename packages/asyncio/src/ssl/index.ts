/** `asyncio.ssl`: what Python's `ssl` module has, as far as asyncio needs it. */
export * from './constants.js';
export type { Certificate, CertificateName } from './certificate.js';
export { SSLContext } from './context.js';
export type { LoadCertChainOptions, Password, ServerNameCallback, VerifyLocations } from './context.js';
export { cert_time_to_seconds, create_default_context } from './default_context.js';
export {
  SSLCertVerificationError,
  SSLCertVerificationError as CertificateError,
  SSLEOFError,
  SSLError,
  SSLSyscallError,
  SSLWantReadError,
  SSLWantWriteError,
  SSLZeroReturnError,
} from './errors.js';
export { DER_cert_to_PEM_cert, PEM_cert_to_DER_cert } from './pem.js';
export { ASN1Object, Purpose } from './purpose.js';
export { SSLObject, type Cipher, type VerifyingContext } from './ssl_object.js';
