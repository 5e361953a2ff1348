/** Certificates, as Python shows them. */
import {
  BOOLEAN,
  contains,
  elementsOf,
  hexadecimalOf,
  holds,
  identifierOf,
  partsOf,
  textOf,
  type Element,
} from './der.js';
import { EXTENSIONS, nameOfIdentifier } from './identifiers.js';

/** A name in a certificate: pairs of a kind and a text, in groups that hardly ever have more than one. @public */
export type CertificateName = readonly (readonly (readonly [kind: string, text: string])[])[];

/** What is in a certificate. @public */
export interface Certificate {
  /** Whose it is. */
  readonly subject: CertificateName;
  /** Who has signed it. */
  readonly issuer: CertificateName;
  /** The version of the form, mostly 3. */
  readonly version: number;
  /** Its number, in hexadecimal digits. */
  readonly serialNumber: string;
  /** Since when it is good, such as `'Jan  5 09:34:43 2018 GMT'`. */
  readonly notBefore: string;
  /** Until when it is good. */
  readonly notAfter: string;
  /** For which names and addresses it is: pairs such as `['DNS', 'example.org']`. */
  readonly subjectAltName?: readonly (readonly [kind: string, name: string | CertificateName])[];
  /** Who tells whether it is revoked. */
  readonly OCSP?: readonly string[];
  /** Where the certificate of the issuer is. */
  readonly caIssuers?: readonly string[];
  /** Where the lists of revoked certificates are. */
  readonly crlDistributionPoints?: readonly string[];
}

interface Parsed {
  readonly version: number;
  readonly serial: Element;
  readonly issuer: Element;
  readonly validity: Element;
  readonly subject: Element;
  readonly extensions: ReadonlyMap<string, Element[]>;
}

function parse(der: Uint8Array): Parsed {
  const [certificate] = elementsOf(der);
  const [signed] = partsOf(certificate);
  const parts = partsOf(signed);
  const hasVersion = parts[0]?.tag === contains(0);
  const version = hasVersion ? Number(hexadecimalOf(partsOf(parts[0])[0] as Element)) + 1 : 1;
  type Fields = [serial: Element, algorithm: Element, issuer: Element, validity: Element, subject: Element];
  const [serial, , issuer, validity, subject] = parts.slice(hasVersion ? 1 : 0) as Fields;
  const list = parts.find(({ tag }) => tag === contains(3));
  const extensions = partsOf(partsOf(list)[0]).map((extension): [string, Element[]] => {
    const fields = partsOf(extension);
    // The value is bytes that are DER themselves.
    return [identifierOf(fields[0] as Element), elementsOf((fields[fields.length - 1] as Element).content)];
  });
  return { version, serial, issuer, validity, subject, extensions: new Map(extensions) };
}

/** What is in a certificate. */
export function decodeCertificate(der: Uint8Array): Certificate {
  const { version, serial, issuer, validity, subject, extensions } = parse(der);
  const [notBefore, notAfter] = partsOf(validity).map(dateOf) as [string, string];
  const extension = (identifier: string): Element[] => partsOf(extensions.get(identifier)?.[0]);
  const subjectAltName = extension(EXTENSIONS.subjectAltName).map(generalName);
  const access = extension(EXTENSIONS.authorityInformation).map(partsOf) as [Element, Element][];
  const accessBy = (method: string): string[] =>
    access.filter(([identifier]) => identifierOf(identifier) === method).flatMap(([, place]) => address(place));
  const OCSP = accessBy(EXTENSIONS.ocsp);
  const caIssuers = accessBy(EXTENSIONS.caIssuers);
  const points = extension(EXTENSIONS.crlDistributionPoints).flatMap((point) =>
    partsOf(partsOf(partsOf(point).find(({ tag }) => tag === contains(0)))[0]).flatMap(address),
  );
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    version,
    serialNumber: hexadecimalOf(serial),
    notBefore,
    notAfter,
    ...(subjectAltName.length > 0 && { subjectAltName }),
    ...(OCSP.length > 0 && { OCSP }),
    ...(caIssuers.length > 0 && { caIssuers }),
    ...(points.length > 0 && { crlDistributionPoints: points }),
  };
}

/** Whether a certificate may sign others. */
export function isAuthority(der: Uint8Array): boolean {
  const { version, extensions, issuer, subject } = parse(der);
  const constraints = extensions.get(EXTENSIONS.basicConstraints);
  if (constraints === undefined) return version === 1 && String(issuer.whole) === String(subject.whole);
  const [flag] = partsOf(constraints[0]);
  return flag?.tag === BOOLEAN && flag.content[0] !== 0;
}

function nameOf(name: Element): CertificateName {
  return partsOf(name).map((group) =>
    partsOf(group).map((pair) => {
      const [kind, text] = partsOf(pair) as [Element, Element];
      return [nameOfIdentifier(identifierOf(kind)), textOf(text)] as const;
    }),
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SHORT_DATE = 0x17;

/** A date such as `260105093443Z`, or with all digits of the year. */
function dateOf(element: Element): string {
  const digits = textOf(element);
  const short = element.tag === SHORT_DATE;
  const year = short ? (Number(digits.slice(0, 2)) < 50 ? '20' : '19') + digits.slice(0, 2) : digits.slice(0, 4);
  const [month = '', day = '', hour = '', minute = '', second = '00'] =
    digits.slice(short ? 2 : 4).match(/\d\d/g) ?? [];
  const name = MONTHS[Number(month) - 1] ?? '';
  return `${name} ${String(Number(day)).padStart(2)} ${hour}:${minute}:${second} ${year} GMT`;
}

function generalName(element: Element): readonly [string, string | CertificateName] {
  switch (element.tag) {
    case holds(1):
      return ['email', textOf(element)];
    case holds(2):
      return ['DNS', textOf(element)];
    case contains(4):
      return ['DirName', nameOf(partsOf(element)[0] as Element)];
    case holds(6):
      return ['URI', textOf(element)];
    case holds(7):
      return ['IP Address', addressText(element.content)];
    case holds(8):
      return ['Registered ID', nameOfIdentifier(identifierOf(element))];
    default:
      return ['othername', '<unsupported>'];
  }
}

/** The text of a place, if it is one in the web. */
function address(element: Element): string[] {
  return element.tag === holds(6) ? [textOf(element)] : [];
}

function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) return '<invalid>';
  const groups = Array.from({ length: 8 }, (_, index) => (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0));
  return groups.map((group) => group.toString(16).toUpperCase()).join(':');
}
