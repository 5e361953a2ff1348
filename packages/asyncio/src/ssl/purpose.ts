/** What contexts are for. */
import { installRepr } from '../builtins/repr.js';

/**
 * A purpose of certificates, as ASN.1 knows it.
 *
 * @remarks
 * **Python.** `ssl._ASN1Object`, of which `ssl.Purpose` has two.
 *
 * @example
 * ```ts
 * asyncio.ssl.Purpose.SERVER_AUTH.oid; // => '1.3.6.1.5.5.7.3.1'
 * ```
 *
 * @public
 */
export class ASN1Object {
  /** OpenSSL's number. */
  readonly nid: number;
  /** The short name. */
  readonly shortname: string;
  /** The long name. */
  readonly longname: string;
  /** The number that stands in certificates. */
  readonly oid: string;
  readonly #name: string;

  /** @internal */
  constructor(name: string, nid: number, shortname: string, longname: string, oid: string) {
    this.#name = name;
    this.nid = nid;
    this.shortname = shortname;
    this.longname = longname;
    this.oid = oid;
  }

  /** Python's text of a member of an enumeration. */
  __repr__(): string {
    const { nid, shortname, longname, oid } = this;
    const fields = `nid=${String(nid)}, shortname='${shortname}', longname='${longname}', oid='${oid}'`;
    return `<Purpose.${this.#name}: _ASN1Object(${fields})>`;
  }
}
installRepr(ASN1Object);

/** What a context is for: `SERVER_AUTH` for clients, `CLIENT_AUTH` for servers. @public */
export const Purpose: { readonly SERVER_AUTH: ASN1Object; readonly CLIENT_AUTH: ASN1Object } = Object.freeze({
  SERVER_AUTH: new ASN1Object('SERVER_AUTH', 129, 'serverAuth', 'TLS Web Server Authentication', '1.3.6.1.5.5.7.3.1'),
  CLIENT_AUTH: new ASN1Object('CLIENT_AUTH', 130, 'clientAuth', 'TLS Web Client Authentication', '1.3.6.1.5.5.7.3.2'),
});
