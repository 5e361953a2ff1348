/** The numbers of Python's `ssl` module, which are OpenSSL's. */

/** Nobody asks for the peer's certificate, or looks at it. @public */
export const CERT_NONE = 0;
/**
 * For a server: a client needn't have a certificate; one that it has must be good. For a client as `CERT_REQUIRED`.
 *
 * @public
 */
export const CERT_OPTIONAL = 1;
/** The peer must have a good certificate. @public */
export const CERT_REQUIRED = 2;

/** Both sides, and all versions. Deprecated. @public */
export const PROTOCOL_TLS = 2;
/** An old name of `PROTOCOL_TLS`. @public */
export const PROTOCOL_SSLv23 = 2;
/** Both sides, TLS 1.0 alone. Deprecated. @public */
export const PROTOCOL_TLSv1 = 3;
/** Both sides, TLS 1.1 alone. Deprecated. @public */
export const PROTOCOL_TLSv1_1 = 4;
/** Both sides, TLS 1.2 alone. Deprecated. @public */
export const PROTOCOL_TLSv1_2 = 5;
/** The side of a client, which verifies its server. @public */
export const PROTOCOL_TLS_CLIENT = 16;
/** The side of a server. @public */
export const PROTOCOL_TLS_SERVER = 17;

/** The versions of TLS, for `minimum_version` and `maximum_version`. @public */
export const TLSVersion: Readonly<
  Record<'MINIMUM_SUPPORTED' | 'SSLv3' | 'TLSv1' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'MAXIMUM_SUPPORTED', number>
> = Object.freeze({
  /** The oldest that there is. */
  MINIMUM_SUPPORTED: -2,
  SSLv3: 0x300,
  TLSv1: 0x301,
  TLSv1_1: 0x302,
  TLSv1_2: 0x303,
  TLSv1_3: 0x304,
  /** The newest that there is. */
  MAXIMUM_SUPPORTED: -1,
});

/** Ways around the faults of other implementations. @public */
export const OP_ALL = 0x80000050;
/** Nothing any more: SSL 2 is gone. @public */
export const OP_NO_SSLv2 = 0;
/** No SSL 3. @public */
export const OP_NO_SSLv3 = 0x02000000;
/** No TLS 1.0. @public */
export const OP_NO_TLSv1 = 0x04000000;
/** No TLS 1.1. @public */
export const OP_NO_TLSv1_1 = 0x10000000;
/** No TLS 1.2. @public */
export const OP_NO_TLSv1_2 = 0x08000000;
/** No TLS 1.3. @public */
export const OP_NO_TLSv1_3 = 0x20000000;
/** No new handshake within a connection. @public */
export const OP_NO_RENEGOTIATION = 0x40000000;
/** Nothing any more: it is always so. @public */
export const OP_SINGLE_DH_USE = 0;
/** Nothing any more: it is always so. @public */
export const OP_SINGLE_ECDH_USE = 0;
/** The server's order of ciphers counts. @public */
export const OP_CIPHER_SERVER_PREFERENCE = 0x00400000;
/** No compression. @public */
export const OP_NO_COMPRESSION = 0x00020000;
/** No session tickets. @public */
export const OP_NO_TICKET = 0x00004000;
/** Makes TLS 1.3 look like TLS 1.2 to what stands between. @public */
export const OP_ENABLE_MIDDLEBOX_COMPAT = 0x00100000;
/** A connection that ends without a goodbye counts as ended; here it always does. @public */
export const OP_IGNORE_UNEXPECTED_EOF = 0x00000080;
/** TLS by the kernel, where there is one that can. @public */
export const OP_ENABLE_KTLS = 0x00000008;
/** Connects to servers that can't renegotiate safely. @public */
export const OP_LEGACY_SERVER_CONNECT = 0x00000004;

/** Nothing besides what is usual. @public */
export const VERIFY_DEFAULT = 0;
/** The peer's certificate must not be in a list of revoked ones. @public */
export const VERIFY_CRL_CHECK_LEAF = 4;
/** None of the certificates must be in a list of revoked ones. @public */
export const VERIFY_CRL_CHECK_CHAIN = 12;
/** Certificates keep to RFC 5280 to the letter. @public */
export const VERIFY_X509_STRICT = 0x20;
/** Proxy certificates are welcome. @public */
export const VERIFY_ALLOW_PROXY_CERTS = 0x40;
/** Trusted certificates come before those of the peer. @public */
export const VERIFY_X509_TRUSTED_FIRST = 0x8000;
/** A certificate in between may be trusted as well. @public */
export const VERIFY_X509_PARTIAL_CHAIN = 0x80000;

/** TLS has failed: the number of most errors. @public */
export const SSL_ERROR_SSL = 1;
/** More has to be read. @public */
export const SSL_ERROR_WANT_READ = 2;
/** More has to be written. @public */
export const SSL_ERROR_WANT_WRITE = 3;
/** A system call has failed. @public */
export const SSL_ERROR_SYSCALL = 5;
/** The peer has said goodbye. @public */
export const SSL_ERROR_ZERO_RETURN = 6;
/** The connection has ended without a goodbye. @public */
export const SSL_ERROR_EOF = 8;

/** Whether the server can be told by name which certificate is wanted. @public */
export const HAS_SNI = true;
/** Whether the protocol above TLS can be agreed on. @public */
export const HAS_ALPN = true;
/** Whether keys are exchanged over elliptic curves. @public */
export const HAS_ECDH = true;
/** Whether ALPN's forerunner is there. @public */
export const HAS_NPN = false;
/** Whether names in the subject can be ignored. @public */
export const HAS_NEVER_CHECK_COMMON_NAME = true;
/** Whether there is TLS 1.2. @public */
export const HAS_TLSv1_2 = true;
/** Whether there is TLS 1.3. @public */
export const HAS_TLSv1_3 = true;

/** The kinds of `get_channel_binding`. @public */
export const CHANNEL_BINDING_TYPES: readonly string[] = ['tls-unique'];
