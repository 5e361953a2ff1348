/** The certificates that a context shows, with their keys. */
import { signature } from '../builtins/arguments.js';
import { TypeError, ValueError } from '../builtins/exceptions.js';
import type { Identity, TLSSettings } from '../host/tls.js';
import { partOfNetwork } from '../host/network_registry.js';
import { fromOpenSSLError, SSLError, sslError } from './errors.js';
import { blocksOf } from './pem.js';
import { checkedPath, readFile } from './trust.js';

const spec = signature('load_cert_chain(certfile?, keyfile?, password?)');

/** OpenSSL's numbers of `KEY_VALUES_MISMATCH`, and of an error in a PEM file. */
const MISMATCH = 116;
const PEM_LIBRARY = 524297;
const LONGEST_PASSWORD = 1024;

/** Takes the arguments of `load_cert_chain`; `settings` are those of an empty context. */
export function loadIdentity(args: readonly unknown[], settings: TLSSettings): Identity {
  const [certfile, keyfile, password] = spec.bind(args);
  if (certfile === undefined) {
    throw new TypeError("load_cert_chain() missing required argument 'certfile' (pos 1)");
  }
  const certificatePath = checkedPath(certfile, 'certfile');
  const keyPath = keyfile === undefined || keyfile === null ? certificatePath : checkedPath(keyfile, 'keyfile');
  const passphrase = passwordOf(password ?? null);
  const certificates = readFile(certificatePath);
  const key = keyPath === certificatePath ? certificates : readFile(keyPath);
  const identity = { certificates: only(certificates, / ?CERTIFICATE$/), key: only(key, /PRIVATE KEY$/), passphrase };
  check(identity, settings);
  return identity;
}

/** The blocks of a text that have such a label. */
function only(text: string, label: RegExp): string {
  const blocks = blocksOf(text).filter((block) => label.test(block.label));
  if (blocks.length === 0) throw sslError('SSL', null, 'PEM lib', PEM_LIBRARY);
  return blocks.map((block) => `${block.text}\n`).join('');
}

function passwordOf(given: unknown): string | null {
  const value: unknown = typeof given === 'function' ? (given as () => unknown)() : given;
  if (value === null) return null;
  if (typeof value !== 'string' && !(value instanceof Uint8Array)) {
    throw new TypeError(
      typeof given === 'function'
        ? 'password callback must return a string'
        : 'password should be a string or callable',
    );
  }
  if (value.length > LONGEST_PASSWORD) {
    throw new ValueError(`password cannot be longer than ${String(LONGEST_PASSWORD)} bytes`);
  }
  return typeof value === 'string' ? value : String.fromCharCode(...value);
}

/** Whether the platform can use it: the key fits, and so does the password. */
function check(identity: Identity, settings: TLSSettings): void {
  try {
    partOfNetwork('tls').context({ ...settings, identities: [identity] });
  } catch (error) {
    const raised = fromOpenSSLError(error);
    if (raised instanceof SSLError && raised.reason === 'KEY_VALUES_MISMATCH') {
      throw causedBy(sslError('X509', raised.reason, 'key values mismatch', MISMATCH), error);
    }
    throw causedBy(sslError('SSL', null, 'PEM lib', PEM_LIBRARY), error);
  }
}

function causedBy(raised: SSLError, cause: unknown): SSLError {
  raised.__cause__ = cause;
  return raised;
}
