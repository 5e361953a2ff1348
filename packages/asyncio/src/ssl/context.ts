/** The settings of TLS connections. */

/**
 * The settings of TLS connections.
 *
 * @remarks
 * **Python.** `ssl.SSLContext`.
 *
 * @public
 */
export class SSLContext {
  /** Whether the name in the peer's certificate has to be that of the host. */
  check_hostname: boolean = true;
}
