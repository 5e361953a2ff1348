/** What the library wants of a platform for TLS. */

/** A certificate, those that lead from it to a known one, and its key; texts in PEM. */
export interface Identity {
  readonly certificates: string;
  readonly key: string;
  readonly passphrase: string | null;
}

/** What all TLS connections of a context have in common. Certificates are texts in PEM. */
export interface TLSSettings {
  readonly identities: readonly Identity[];
  /** Who may sign the certificates of peers; null for those whom the platform knows. */
  readonly authorities: readonly string[] | null;
  /** Lists of revoked certificates. */
  readonly revoked: readonly string[];
  /** Whether a certificate in between may be an authority. */
  readonly trustsPartialChains: boolean;
  /** OpenSSL's list of ciphers, for TLS 1.2 and older. */
  readonly ciphers: string;
  readonly curve: string | null;
  readonly dhParameters: string | null;
  /** The versions, such as 0x304; null for the oldest or the newest. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** OpenSSL's options. */
  readonly flags: number;
}

/** Settings that the platform has taken up. Nobody else looks into it. */
export interface TLSContext {
  readonly _opaque?: never;
}

/** What TLS wants to know for one connection. */
export interface SecureOptions {
  readonly context: TLSContext;
  readonly isServer: boolean;
  /** A client: the name that the server is told; null for none. */
  readonly serverName: string | null;
  /** What may be spoken above TLS, the best first. */
  readonly protocols: readonly string[];
  /** A server: whether clients are asked for a certificate. The platform refuses those who must have one and don't. */
  readonly asks: 'never' | 'maybe' | 'always';
  /** A server: is told the name that the client wants, and answers with the context for it; null for the same one. */
  readonly named: ((name: string, answer: (context: TLSContext | null) => void) => void) | null;
  /** Gets lines of keys, for those who have to look into the connection. */
  readonly keys: ((line: Uint8Array) => void) | null;
  /** The handshake is over. After an error nothing more is told. */
  secured(error: Error | null, session: TLSSession | null): void;
}

/** What both sides have agreed upon. */
export interface TLSSession {
  /** Such as `TLSv1.3`. */
  readonly version: string;
  /** OpenSSL's name of the cipher, and since which version there is it. */
  readonly cipher: readonly [name: string, since: string];
  readonly protocol: string | null;
  readonly serverName: string | null;
  readonly isReused: boolean;
  /** The certificates that the peer has shown, in DER, its own first. */
  readonly certificates: readonly Uint8Array[];
  /** Why the peer's certificate isn't to be trusted: OpenSSL's code and its text; null if it is. */
  readonly fault: readonly [code: string, text: string] | null;
  /** What both sides have in common that nobody else has; null for TLS 1.3. */
  readonly binding: Uint8Array | null;
  /** Whether the peer's certificate is for a host: a name or an address. */
  isFor(host: string, isAddress: boolean, looksAtSubject: boolean): boolean;
}
