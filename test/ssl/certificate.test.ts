/** Certificates, as CPython shows them. */
import * as asyncio from 'asyncio-ts';
import { clientContext, certificateText, type Name } from '../support/tls';

const { ssl } = asyncio;

/** What is in a certificate: one of an authority can be asked. */
function shown(name: Name): unknown {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  context.load_verify_locations({ cadata: certificateText(name) });
  return context.get_ca_certs()[0];
}

test('an authority shows its name, its number and its dates', () => {
  expect(shown('ca')).toEqual({
    subject: [[['commonName', 'asyncio-ts test CA']]],
    issuer: [[['commonName', 'asyncio-ts test CA']]],
    version: 3,
    serialNumber: '0CCA9E4F8EEFBA3770155F26471219712EE3C2',
    notBefore: 'Nov 29 15:49:34 2026 GMT',
    notAfter: 'Nov  5 15:49:34 2126 GMT',
  });
});

test('a certificate is text or bytes, back and forth', () => {
  const pem = certificateText('ca');
  const der = ssl.PEM_cert_to_DER_cert(pem);
  expect(ssl.DER_cert_to_PEM_cert(der)).toBe(pem);
  expect(clientContext().get_ca_certs(true)).toEqual([der]);
  expect(ssl.DER_cert_to_PEM_cert(Buffer.from('abc'.repeat(30)))).toBe(
    '-----BEGIN CERTIFICATE-----\nYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJj\n' +
      'YWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJj\n-----END CERTIFICATE-----\n',
  );
  expect(() => ssl.PEM_cert_to_DER_cert('abc')).toThrow(
    'Invalid PEM encoding; must start with -----BEGIN CERTIFICATE-----',
  );
});

test('dates of certificates are read', () => {
  expect(ssl.cert_time_to_seconds('Jan  5 09:34:43 2018 GMT')).toBe(1515144883);
  expect(() => ssl.cert_time_to_seconds('x')).toThrow(`time data 'x' does not match format "%b %d %H:%M:%S %Y GMT"`);
});
