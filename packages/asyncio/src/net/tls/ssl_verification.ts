/** Whether the certificate of a peer is good enough. */
import type { TLSSession } from '../../host/tls.js';
import { ipVersion } from '../../socket/addresses.js';
import { CERT_NONE } from '../../ssl/constants.js';
import type { SSLContext } from '../../ssl/context.js';
import { verificationError, type SSLCertVerificationError } from '../../ssl/errors.js';

/** OpenSSL's numbers. Where none fits, there is one for whatever isn't specified. */
const NUMBERS: Readonly<Record<string, number>> = {
  UNABLE_TO_GET_ISSUER_CERT: 2,
  UNABLE_TO_GET_CRL: 3,
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: 4,
  UNABLE_TO_DECRYPT_CRL_SIGNATURE: 5,
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: 6,
  CERT_SIGNATURE_FAILURE: 7,
  CRL_SIGNATURE_FAILURE: 8,
  CERT_NOT_YET_VALID: 9,
  CERT_HAS_EXPIRED: 10,
  CRL_NOT_YET_VALID: 11,
  CRL_HAS_EXPIRED: 12,
  ERROR_IN_CERT_NOT_BEFORE_FIELD: 13,
  ERROR_IN_CERT_NOT_AFTER_FIELD: 14,
  ERROR_IN_CRL_LAST_UPDATE_FIELD: 15,
  ERROR_IN_CRL_NEXT_UPDATE_FIELD: 16,
  OUT_OF_MEM: 17,
  DEPTH_ZERO_SELF_SIGNED_CERT: 18,
  SELF_SIGNED_CERT_IN_CHAIN: 19,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 20,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 21,
  CERT_CHAIN_TOO_LONG: 22,
  CERT_REVOKED: 23,
  INVALID_CA: 24,
  PATH_LENGTH_EXCEEDED: 25,
  INVALID_PURPOSE: 26,
  CERT_UNTRUSTED: 27,
  CERT_REJECTED: 28,
};
const UNSPECIFIED = 1;
const NO_LOCAL_ISSUER = 20;
const FIRST_UNVERIFIED = 21;
const HOSTNAME_MISMATCH = 62;
const ADDRESS_MISMATCH = 64;

/** OpenSSL looks at dates after it has looked at the name. */
const OF_DATES: ReadonlySet<number> = new Set([9, 10, 13, 14]);

/** What is wrong with the peer's certificate; null if nothing is, or nobody wants to know. */
export function verify(
  session: TLSSession,
  context: SSLContext,
  isServer: boolean,
  hostname: string | null,
): SSLCertVerificationError | null {
  if (context.verify_mode === CERT_NONE) return null;
  // A client that has to have a certificate and doesn't was refused by the platform.
  if (isServer && session.certificates.length === 0) return null;
  const fault = session.fault === null ? null : faultOf(...session.fault);
  const looksAtName = !isServer && context.check_hostname && hostname !== null;
  if (looksAtName && (fault === null || OF_DATES.has(fault[0]))) {
    const mismatch = mismatchOf(session, context, hostname);
    if (mismatch !== null) return mismatch;
  }
  return fault === null ? null : verificationError(...fault);
}

function faultOf(code: string, text: string): [number: number, text: string] {
  const number = NUMBERS[code] ?? UNSPECIFIED;
  // The platform tells the last fault, Python the first: this one never comes without the other before it.
  if (number === FIRST_UNVERIFIED) return [NO_LOCAL_ISSUER, 'unable to get local issuer certificate'];
  return [number, text];
}

function mismatchOf(session: TLSSession, context: SSLContext, hostname: string): SSLCertVerificationError | null {
  const isAddress = ipVersion(hostname) !== 0;
  if (session.isFor(hostname, isAddress, context.hostname_checks_common_name)) return null;
  const kind = isAddress ? 'IP address' : 'Hostname';
  const text = `${kind} mismatch, certificate is not valid for '${hostname}'.`;
  return verificationError(isAddress ? ADDRESS_MISMATCH : HOSTNAME_MISMATCH, text);
}
