/** The settings of TLS: what CPython's say, ours say. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asyncio from 'asyncio-ts';
import { certificate, certificateText, clientContext, key } from '../support/tls';

const { ssl } = asyncio;

/** Python's text of what is raised. */
function raised(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return asyncio.repr(error);
  }
  return 'nothing';
}

test('a context for clients verifies certificates and hosts', () => {
  const context = ssl.create_default_context();
  expect([context.protocol, context.check_hostname, context.verify_mode]).toEqual([16, true, ssl.CERT_REQUIRED]);
  expect([context.verify_flags, context.options]).toEqual([557088, 2186412112]);
  expect([context.minimum_version, context.maximum_version]).toEqual([771, -1]);
});

test('a context for servers asks for no certificate', () => {
  const context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
  expect([context.protocol, context.check_hostname, context.verify_mode]).toEqual([17, false, ssl.CERT_NONE]);
});

test('a context without a name for its side is for both, and verifies nothing', () => {
  const context = new ssl.SSLContext();
  expect([context.protocol, context.check_hostname, context.verify_mode]).toEqual([2, false, ssl.CERT_NONE]);
  const old = new ssl.SSLContext(ssl.PROTOCOL_TLSv1_2);
  expect([old.minimum_version, old.maximum_version]).toEqual([771, 771]);
});

test('protocols and purposes that are none are refused', () => {
  expect(raised(() => new ssl.SSLContext(99))).toBe("ValueError('invalid or unsupported protocol version 99')");
  expect(raised(() => ssl.create_default_context('x' as never))).toBe("TypeError('x')");
  expect(asyncio.repr(ssl.Purpose.SERVER_AUTH)).toBe(
    "<Purpose.SERVER_AUTH: _ASN1Object(nid=129, shortname='serverAuth', longname='TLS Web Server Authentication', oid='1.3.6.1.5.5.7.3.1')>",
  );
});

test('hosts are not checked without a certificate', () => {
  const context = ssl.create_default_context();
  expect(raised(() => (context.verify_mode = ssl.CERT_NONE))).toBe(
    "ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.')",
  );
  expect(raised(() => (context.verify_mode = 7))).toBe("ValueError('invalid value for verify_mode')");
  context.check_hostname = false;
  context.verify_mode = ssl.CERT_NONE;
  context.check_hostname = true;
  expect(context.verify_mode).toBe(ssl.CERT_REQUIRED);
});

test('versions, options and flags are those of OpenSSL', () => {
  const context = ssl.create_default_context();
  context.minimum_version = ssl.TLSVersion.TLSv1_3;
  expect(context.minimum_version).toBe(772);
  expect(raised(() => (context.minimum_version = 55))).toBe("ValueError('Unsupported TLS/SSL version 0x37')");
  context.minimum_version = ssl.TLSVersion.MAXIMUM_SUPPORTED;
  expect(context.minimum_version).toBe(772);
  context.maximum_version = ssl.TLSVersion.MINIMUM_SUPPORTED;
  expect(context.maximum_version).toBe(769);
  context.options |= ssl.OP_NO_TICKET;
  expect(context.options).toBe(2186412112 + ssl.OP_NO_TICKET);
});

test('ciphers are chosen as OpenSSL writes them', () => {
  const context = ssl.create_default_context();
  context.set_ciphers('ECDHE+AESGCM');
  for (const ciphers of ['nonsense', '']) {
    expect(
      raised(() => {
        context.set_ciphers(ciphers);
      }),
    ).toBe("SSLError('No cipher can be selected.')");
  }
  expect(
    raised(() => {
      context.set_ciphers(3 as never);
    }),
  ).toBe("TypeError('set_ciphers() argument must be str, not int')");
  context.set_ecdh_curve('prime256v1');
  expect(
    raised(() => {
      context.set_ecdh_curve('nope');
    }),
  ).toBe(`ValueError("unknown elliptic curve name 'nope'")`);
});

test('the protocols above TLS are short, and in ASCII', () => {
  const context = ssl.create_default_context();
  context.set_alpn_protocols(['h2', 'http/1.1']);
  for (const protocol of ['', 'x'.repeat(256)]) {
    expect(
      raised(() => {
        context.set_alpn_protocols([protocol]);
      }),
    ).toBe("SSLError('ALPN protocols must be 1 to 255 in length')");
  }
  expect(
    raised(() => {
      context.set_alpn_protocols(['é']);
    }),
  ).toBe("UnicodeEncodeError('ascii', 'é', 0, 1, 'ordinal not in range(128)')");
});

test('certificates and keys that do not fit are refused when they are loaded', () => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  const load = (...args: readonly unknown[]) =>
    raised(() => {
      context.load_cert_chain(...(args as [string]));
    });
  expect(load(certificate('localhost'), key('client'))).toBe(
    "SSLError(116, '[X509: KEY_VALUES_MISMATCH] key values mismatch')",
  );
  expect(load('/nowhere')).toBe("FileNotFoundError(2, 'No such file or directory')");
  expect(load(certificate('localhost'), '/nowhere')).toBe("FileNotFoundError(2, 'No such file or directory')");
  expect(load()).toBe(`TypeError("load_cert_chain() missing required argument 'certfile' (pos 1)")`);
  expect(load(null)).toBe("TypeError('certfile should be a valid filesystem path')");
  for (const pair of [[certificate('localhost')], [key('localhost')], [key('localhost'), key('localhost')]]) {
    expect(load(...pair)).toBe("SSLError(524297, '[SSL] PEM lib')");
  }
});

test('a key may have a password', () => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  const load = (password: unknown) =>
    raised(() => {
      context.load_cert_chain(certificate('localhost'), key('localhost.encrypted'), password as string);
    });
  expect([load('secret'), load(Buffer.from('secret')), load(() => 'secret')]).toEqual([
    'nothing',
    'nothing',
    'nothing',
  ]);
  expect([load('wrong'), load(null)]).toEqual(Array(2).fill("SSLError(524297, '[SSL] PEM lib')"));
  expect(load(3)).toBe("TypeError('password should be a string or callable')");
  expect(load(() => 3)).toBe("TypeError('password callback must return a string')");
  expect(load('x'.repeat(2000))).toBe("ValueError('password cannot be longer than 1024 bytes')");
});

test('authorities are loaded from files, from text and from bytes, each once', () => {
  const context = clientContext();
  expect(context.cert_store_stats()).toEqual({ x509: 1, crl: 0, x509_ca: 1 });
  for (let time = 0; time < 2; time++) context.load_verify_locations(certificate('localhost'));
  expect(context.cert_store_stats()).toEqual({ x509: 2, crl: 0, x509_ca: 1 });
  context.load_verify_locations({ cadata: certificateText('client') });
  context.load_verify_locations({ cadata: ssl.PEM_cert_to_DER_cert(certificateText('other')) });
  expect(context.cert_store_stats()).toEqual({ x509: 4, crl: 0, x509_ca: 1 });
  expect(context.get_ca_certs()).toMatchObject([{ subject: [[['commonName', 'asyncio-ts test CA']]], version: 3 }]);
  expect(context.get_ca_certs({ binary_form: true })).toEqual([ssl.PEM_cert_to_DER_cert(certificateText('ca'))]);
});

test('what holds no authority is refused', () => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const load = (...args: readonly unknown[]) =>
    raised(() => {
      context.load_verify_locations(...(args as []));
    });
  expect(load()).toBe("TypeError('cafile, capath and cadata cannot be all omitted')");
  expect(load('/nowhere')).toBe("FileNotFoundError(2, 'No such file or directory')");
  expect(load(key('localhost'))).toBe(
    "SSLError(136, '[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found')",
  );
  expect(load({ capath: '/nowhere' })).toBe('nothing');
  expect(load({ cadata: 'x' })).toBe("SSLError(0, 'no start line: cadata does not contain a certificate')");
  expect(load({ cadata: Buffer.from('xx') })).toBe(
    "SSLError(0, 'not enough data: cadata does not contain a certificate')",
  );
  expect(load({ cadata: '' })).toBe("ValueError('Empty certificate data')");
  expect(load({ cadata: 3 })).toBe("TypeError('cadata should be an ASCII string or a bytes-like object')");
});

test('the authorities of the platform are many; a variable names others', () => {
  const context = ssl.create_default_context();
  expect(context.cert_store_stats().x509_ca).toBeGreaterThan(50);
  process.env.SSL_CERT_FILE = certificate('ca');
  try {
    expect(ssl.create_default_context().cert_store_stats()).toEqual({ x509: 1, crl: 0, x509_ca: 1 });
  } finally {
    delete process.env.SSL_CERT_FILE;
  }
});

test('a file for keys is made when it is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ssl-'));
  try {
    writeFileSync(join(folder, 'keys'), 'before\n');
    const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    context.keylog_filename = join(folder, 'keys');
    expect(raised(() => (context.keylog_filename = join(folder, 'no', 'keys')))).toMatch(/^FileNotFoundError/);
    expect(context.keylog_filename).toBe(join(folder, 'keys'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('names are asked for on servers only', () => {
  expect(
    raised(() => {
      clientContext().sni_callback = () => null;
    }),
  ).toBe("ValueError('sni_callback cannot be set on TLS_CLIENT context')");
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  expect(
    raised(() => {
      context.sni_callback = 3 as never;
    }),
  ).toBe("TypeError('not a callable object')");
});

test('what the host does itself says so', () => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  expect(() => context.wrap_bio()).toThrow(asyncio.NotImplementedError);
  expect(() => context.wrap_socket()).toThrow(asyncio.NotImplementedError);
});
