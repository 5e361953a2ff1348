/** Python's `reprlib.repr`: reprs of a readable length, for the results and arguments that reprs and logs show. */
import { isPlainObject, repr } from './repr.js';
import { isTuple } from './type_names.js';

const MAX_LEVEL = 6;
const MAX_ITEMS = 6;
const MAX_PAIRS = 4;
const MAX_LENGTH = 30;
const MAX_DIGITS = 40;
const FILL = '...';

/**
 * The repr of a value, cut to a readable length: containers show their first items, and the middle of long texts gives
 * way to `...`.
 */
export function shortRepr(value: unknown): string {
  return shorten(value, MAX_LEVEL);
}

function shorten(value: unknown, level: number): string {
  if (typeof value === 'string') return shortString(value);
  if (typeof value === 'bigint') return cut(repr(value), MAX_DIGITS);
  if (typeof value !== 'object' || value === null || hasOwnRepr(value)) return cut(repr(value), MAX_LENGTH);
  if (Array.isArray(value)) {
    const tuple = isTuple(value);
    const close = tuple && value.length === 1 && level > 0 ? ',)' : ')';
    return shortItems(tuple ? '(' : '[', value, tuple ? close : ']', level);
  }
  if (value instanceof Set) return value.size === 0 ? 'set()' : shortItems('{', sorted([...value]), '}', level);
  if (value instanceof Map) return shortPairs(value, level);
  if (isPlainObject(value)) return shortPairs(new Map(Object.entries(value)), level);
  return cut(repr(value), MAX_LENGTH);
}

function hasOwnRepr(value: object): boolean {
  return typeof (value as { __repr__?: unknown }).__repr__ === 'function';
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : withoutMiddle(text, limit);
}

/** The start and the end of a text, with room for `...` between them. */
function withoutMiddle(text: string, limit: number, fill: string = FILL): string {
  const head = Math.floor((limit - FILL.length) / 2);
  const tail = limit - FILL.length - head;
  return text.slice(0, head) + fill + text.slice(Math.max(0, text.length - tail));
}

function shortString(value: string): string {
  const text = repr(value.slice(0, MAX_LENGTH));
  if (text.length <= MAX_LENGTH) return text;
  // Cut before quoting, so that the repr of a long text is never made, and again after it, for escapes lengthen it.
  const quoted = repr(withoutMiddle(value, MAX_LENGTH, ''));
  return withoutMiddle(quoted, MAX_LENGTH);
}

function shortItems(open: string, items: readonly unknown[], close: string, level: number): string {
  if (level <= 0 && items.length > 0) return open + FILL + close;
  const shown = items.slice(0, MAX_ITEMS).map((item) => shorten(item, level - 1));
  if (items.length > MAX_ITEMS) shown.push(FILL);
  return open + shown.join(', ') + close;
}

function shortPairs(pairs: ReadonlyMap<unknown, unknown>, level: number): string {
  if (pairs.size === 0) return '{}';
  if (level <= 0) return `{${FILL}}`;
  const keys = sorted([...pairs.keys()]);
  const shown = keys
    .slice(0, MAX_PAIRS)
    .map((key) => `${shorten(key, level - 1)}: ${shorten(pairs.get(key), level - 1)}`);
  if (keys.length > MAX_PAIRS) shown.push(FILL);
  return `{${shown.join(', ')}}`;
}

/** In order where Python could compare the items: where all are numbers, or all strings. */
function sorted(items: unknown[]): unknown[] {
  const kind = typeof items[0];
  const comparable = (kind === 'number' || kind === 'string') && items.every((item) => typeof item === kind);
  return comparable ? items.sort((a, b) => ((a as number) < (b as number) ? -1 : 1)) : items;
}
