/** TLS, by Node's `tls`, which is OpenSSL. */
import type * as Fs from 'node:fs';
import type * as Tls from 'node:tls';
import type * as Url from 'node:url';
import nodeProcess from 'node:process';

import type { TLS } from '../host/network.js';
import type { TLSContext, TLSSettings } from '../host/tls.js';
import { secure } from './secure_streams.js';

const fs = (): typeof Fs => nodeProcess.getBuiltinModule('node:fs');
const tls = (): typeof Tls => nodeProcess.getBuiltinModule('node:tls');
const url = (): typeof Url => nodeProcess.getBuiltinModule('node:url');

/** Node takes these from the same list as the older ciphers, and Python has them always. */
const CIPHERS_OF_TLS_1_3 = 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256';

const VERSIONS: Readonly<Record<number, Tls.SecureVersion>> = {
  0x301: 'TLSv1',
  0x302: 'TLSv1.1',
  0x303: 'TLSv1.2',
  0x304: 'TLSv1.3',
};

/** Without a name for the context, sessions of clients with certificates couldn't be resumed. */
const SESSION_CONTEXT = 'asyncio';

function context(settings: TLSSettings): TLSContext {
  const { identities, authorities, revoked, curve, dhParameters, minimum, maximum } = settings;
  const options: Tls.SecureContextOptions & { readonly allowPartialTrustChain: boolean } = {
    cert: identities.map(({ certificates }) => certificates),
    key: identities.map(({ key, passphrase }) => ({ pem: key, ...(passphrase !== null && { passphrase }) })),
    ciphers: `${CIPHERS_OF_TLS_1_3}:${settings.ciphers}`,
    minVersion: VERSIONS[minimum ?? 0] ?? 'TLSv1',
    maxVersion: VERSIONS[maximum ?? 0] ?? 'TLSv1.3',
    secureOptions: settings.flags,
    sessionIdContext: SESSION_CONTEXT,
    allowPartialTrustChain: settings.trustsPartialChains,
    ...(authorities !== null && { ca: [...authorities] }),
    ...(revoked.length > 0 && { crl: [...revoked] }),
    ...(curve !== null && { ecdhCurve: curve }),
    ...(dhParameters !== null && { dhparam: dhParameters }),
  };
  return tls().createSecureContext(options) as TLSContext;
}

/** Newer versions of Node know of authorities besides those that they bring. */
interface NewerTls {
  getCACertificates?(kind: 'default'): readonly string[];
}

export const nodeTLS: TLS = {
  read: (path) => fs().readFileSync(path, 'latin1'),
  list: (path) => {
    try {
      return fs().readdirSync(path);
    } catch {
      return [];
    }
  },
  append: (path, data) => {
    fs().appendFileSync(path, data);
  },
  variable: (name) => nodeProcess.env[name] ?? null,
  authorities: () => (tls() as NewerTls).getCACertificates?.('default') ?? tls().rootCertificates,
  context,
  ciphers: () => tls().getCiphers(),
  domain: (name) => url().domainToASCII(name),
  secure,
};
