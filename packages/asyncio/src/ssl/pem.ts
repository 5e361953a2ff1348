/** PEM: certificates as text. */
import { ValueError } from '../builtins/exceptions.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const HEADER = '-----BEGIN CERTIFICATE-----';
const FOOTER = '-----END CERTIFICATE-----';

/** A block of a PEM text. */
export interface Block {
  readonly label: string;
  /** With its first and its last line. */
  readonly text: string;
  readonly der: Uint8Array;
}

/** All blocks of a text. */
export function blocksOf(text: string): Block[] {
  const blocks = text.matchAll(/-----BEGIN ([A-Z\d ]+)-----([^-]*)-----END \1-----/g);
  return [...blocks].map(([whole, label = '', body = '']) => ({ label, text: whole, der: decode(body) }));
}

/** Base 64, without what doesn't belong to it. JavaScript itself has no function for it on all platforms. */
function decode(text: string): Uint8Array {
  const digits = Array.from(text, (character) => ALPHABET.indexOf(character)).filter((digit) => digit >= 0);
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  for (let index = 0; index < bytes.length; index++) {
    const place = Math.floor((index * 4) / 3);
    const shift = (index % 3) * 2;
    bytes[index] = ((digits[place] ?? 0) << (shift + 2)) | ((digits[place + 1] ?? 0) >> (4 - shift));
  }
  return bytes;
}

function encode(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(index, index + 3);
    const word = (first << 16) | (second << 8) | third;
    for (const shift of [18, 12, 6, 0]) text += ALPHABET.charAt((word >> shift) & 63);
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - missing) + '='.repeat(missing);
}

/**
 * A certificate as text.
 *
 * @remarks
 * **Python.** `ssl.DER_cert_to_PEM_cert`.
 *
 * @example
 * ```ts
 * const text = asyncio.ssl.DER_cert_to_PEM_cert(Uint8Array.of(1, 2, 3));
 * text.split('\n'); // => ['-----BEGIN CERTIFICATE-----', 'AQID', '-----END CERTIFICATE-----', '']
 * ```
 *
 * @param der_cert_bytes - The certificate in DER.
 * @returns It in PEM.
 * @public
 */
export function DER_cert_to_PEM_cert(der_cert_bytes: Uint8Array): string {
  const lines = encode(der_cert_bytes).match(/.{1,64}/g) ?? [];
  return [HEADER, ...lines, FOOTER, ''].join('\n');
}

/**
 * A certificate that is given as text.
 *
 * @remarks
 * **Python.** `ssl.PEM_cert_to_DER_cert`.
 *
 * @example
 * ```ts
 * const text = '-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n';
 * [...asyncio.ssl.PEM_cert_to_DER_cert(text)]; // => [1, 2, 3]
 * ```
 *
 * @param pem_cert_string - The certificate in PEM.
 * @returns It in DER.
 * @throws ValueError unless it begins and ends as a certificate does.
 * @public
 */
export function PEM_cert_to_DER_cert(pem_cert_string: string): Uint8Array {
  if (!pem_cert_string.startsWith(HEADER)) {
    throw new ValueError(`Invalid PEM encoding; must start with ${HEADER}`);
  }
  if (!pem_cert_string.trim().endsWith(FOOTER)) {
    throw new ValueError(`Invalid PEM encoding; must end with ${FOOTER}`);
  }
  return decode(pem_cert_string.trim().slice(HEADER.length, -FOOTER.length));
}
