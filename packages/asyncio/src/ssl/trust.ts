/** Whom a context trusts: the authorities that sign the certificates of peers. */
import { OSError, TypeError, ValueError } from '../builtins/exceptions.js';
import { fromSystemError } from '../builtins/oserrors.js';
import { partOfNetwork } from '../host/network_registry.js';
import { decodeCertificate, isAuthority, type Certificate } from './certificate.js';
import { elementsOf } from './der.js';
import { SSLError, sslError } from './errors.js';
import { blocksOf, DER_cert_to_PEM_cert, type Block } from './pem.js';

/** OpenSSL's number of `NO_CERTIFICATE_OR_CRL_FOUND`. */
const NOTHING_FOUND = 136;

/** Files of a folder that holds certificates by their hashes. */
const HASHED = /^[\da-f]{8}\.\d+$/;

/** Reads a file whole; as Python, says not which one is missing. */
export function readFile(path: string): string {
  try {
    return partOfNetwork('tls').read(path);
  } catch (error) {
    const raised = fromSystemError(error);
    if (!(raised instanceof OSError)) throw error;
    const { errno, strerror } = raised;
    const anonymous = new OSError(errno, strerror);
    anonymous.__cause__ = error;
    throw anonymous;
  }
}

/** A path as text. */
export function checkedPath(path: unknown, name: string): string {
  if (typeof path === 'string') return path;
  const given = path as { readonly __fspath__?: () => unknown } | null;
  if (typeof given?.__fspath__ === 'function') return checkedPath(given.__fspath__(), name);
  throw new TypeError(`${name} should be a valid filesystem path`);
}

const isCertificate = ({ label }: Block): boolean => label === 'CERTIFICATE' || label === 'TRUSTED CERTIFICATE';
const isRevocation = ({ label }: Block): boolean => label === 'X509 CRL';

export class Trust {
  /** By their text, each once. */
  readonly #certificates = new Map<string, Uint8Array>();
  readonly #revoked = new Set<string>();
  readonly #folders: string[] = [];
  #usesDefaults = false;

  addFile(path: string): void {
    this.#addBlocks(blocksOf(readFile(path)));
  }

  #addBlocks(blocks: readonly Block[]): void {
    const found = blocks.filter((block) => isCertificate(block) || isRevocation(block));
    if (found.length === 0) {
      const reason = 'NO_CERTIFICATE_OR_CRL_FOUND';
      throw sslError('X509', reason, 'no certificate or crl found', NOTHING_FOUND);
    }
    for (const block of found) {
      if (isRevocation(block)) this.#revoked.add(block.text);
      else this.#add(block.der);
    }
  }

  #add(der: Uint8Array): void {
    this.#certificates.set(DER_cert_to_PEM_cert(der), der);
  }

  addFolder(path: string): void {
    this.#folders.push(path);
  }

  /** Certificates as text, or as bytes one after the other. */
  addData(data: string | Uint8Array): void {
    if (data.length === 0) throw new ValueError('Empty certificate data');
    const certificates =
      typeof data === 'string'
        ? blocksOf(data)
            .filter(isCertificate)
            .map(({ der }) => der)
        : split(data);
    if (certificates.length === 0) throw new SSLError(0, 'no start line: cadata does not contain a certificate');
    for (const der of certificates) this.#add(der);
  }

  addDefaults(): void {
    const tls = partOfNetwork('tls');
    const file = tls.variable('SSL_CERT_FILE');
    const folder = tls.variable('SSL_CERT_DIR');
    if (file === null && folder === null) this.#usesDefaults = true;
    if (folder !== null) this.addFolder(folder);
    // A file that isn't there is no error, as in Python.
    if (file !== null) for (const { der } of fileOf(file).filter(isCertificate)) this.#add(der);
  }

  get revoked(): readonly string[] {
    return [...this.#revoked];
  }

  /** In PEM; null if it is whom the platform knows, and nobody else. */
  get authorities(): readonly string[] | null {
    const own = [...this.#certificates.keys(), ...this.#ofFolders()];
    if (!this.#usesDefaults) return own;
    return own.length === 0 ? null : [...partOfNetwork('tls').authorities(), ...own];
  }

  #ofFolders(): string[] {
    return this.#folders.flatMap((folder) => {
      const files = partOfNetwork('tls')
        .list(folder)
        .filter((name) => HASHED.test(name));
      return files.flatMap((name) =>
        fileOf(`${folder}/${name}`)
          .filter(isCertificate)
          .map(({ text }) => text),
      );
    });
  }

  /** All that were loaded; those of folders are only looked for when they are needed. */
  #loaded(): Uint8Array[] {
    const defaults = this.#usesDefaults ? partOfNetwork('tls').authorities() : [];
    return [...defaults.flatMap(blocksOf).map(({ der }) => der), ...this.#certificates.values()];
  }

  stats(): { x509: number; crl: number; x509_ca: number } {
    const loaded = this.#loaded();
    return { x509: loaded.length, crl: this.#revoked.size, x509_ca: loaded.filter(isAuthority).length };
  }

  /** The authorities among those that were loaded. */
  list(isBinary: boolean): (Certificate | Uint8Array)[] {
    const loaded = this.#loaded().filter(isAuthority);
    return isBinary ? loaded : loaded.map(decodeCertificate);
  }
}

function split(data: Uint8Array): Uint8Array[] {
  try {
    const certificates = elementsOf(data).map(({ whole }) => whole);
    certificates.forEach(decodeCertificate);
    return certificates;
  } catch (error) {
    const raised = new SSLError(0, 'not enough data: cadata does not contain a certificate');
    raised.__cause__ = error;
    throw raised;
  }
}

function fileOf(path: string): Block[] {
  try {
    return blocksOf(readFile(path));
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    return [];
  }
}
