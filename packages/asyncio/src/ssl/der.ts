/** DER, the form of certificates: reading it, as far as they need it. */
import { ValueError } from '../builtins/exceptions.js';

export const BOOLEAN = 0x01;
/** The tag of a part that is marked by a number in its context, and holds others or a value. */
export const contains = (number: number): number => 0xa0 + number;
export const holds = (number: number): number => 0x80 + number;

export interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With its head. */
  readonly whole: Uint8Array;
}

/** The elements that stand one after the other. */
export function elementsOf(bytes: Uint8Array): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length;) {
    const element = elementAt(bytes, at);
    elements.push(element);
    at += element.whole.length;
  }
  return elements;
}

function elementAt(bytes: Uint8Array, at: number): Element {
  const tag = bytes[at] as number;
  const first = bytes[at + 1] ?? NaN;
  let start = at + 2;
  let length = first;
  if (first > 0x7f) {
    length = 0;
    for (let count = first & 0x7f; count > 0; count--) length = length * 256 + (bytes[start++] ?? NaN);
  }
  if (!(start + length <= bytes.length)) throw new ValueError('not enough data');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

/** The parts of an element. */
export function partsOf(element: Element | undefined): Element[] {
  return element === undefined ? [] : elementsOf(element.content);
}

/** An object identifier, as numbers with dots between them. */
export function identifierOf({ content }: Element): string {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of content) {
    number = number * 128 + (byte & 0x7f);
    if (byte > 0x7f) continue;
    if (numbers.length > 0) numbers.push(number);
    else numbers.push(Math.min(2, Math.floor(number / 40)), number - 40 * Math.min(2, Math.floor(number / 40)));
    number = 0;
  }
  return numbers.join('.');
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** An integer in hexadecimal digits, two for a byte. */
export function hexadecimalOf({ content }: Element): string {
  const digits = [...content].map(hex).join('').toUpperCase();
  return digits.length > 2 && digits.startsWith('00') ? digits.slice(2) : digits;
}

const UTF8_STRING = 12;
const BMP_STRING = 30;
const UNIVERSAL_STRING = 28;

/** A text of any kind. */
export function textOf({ tag, content }: Element): string {
  // JavaScript itself has no other way to read UTF-8.
  if (tag === UTF8_STRING) return decodeURIComponent([...content].map((byte) => `%${hex(byte)}`).join(''));
  const width = tag === BMP_STRING ? 2 : tag === UNIVERSAL_STRING ? 4 : 1;
  let text = '';
  for (let at = 0; at + width <= content.length; at += width) {
    text += String.fromCodePoint(content.subarray(at, at + width).reduce((code, byte) => code * 256 + byte, 0));
  }
  return text;
}
