/** Source maps: two become one, and one goes into the code that it belongs to. */
import { createRequire } from 'node:module';
import type * as Remapping from '@jridgewell/remapping';
import type { SourceMapInput } from '@jridgewell/remapping';
import type { SourceMap } from '../transform.js';

// Most files take one step.
const require = createRequire(import.meta.url);

/** A map of an inner step, as transformers hand it on. */
export type AnySourceMap = SourceMap | string;

/** The map of two steps in a row: the last step's places are looked up in the map of the step before. */
export function combine(last: AnySourceMap, before: AnySourceMap): SourceMap {
  const remapping = require('@jridgewell/remapping') as typeof Remapping.default;
  let isFirst = true;
  // The last step knows one source, what the step before wrote.
  return remapping(last as SourceMapInput, () => {
    if (!isFirst) return null;
    isFirst = false;
    return before as SourceMapInput;
  }) as SourceMap;
}

/** The code with its map in a comment at its end, where Node, Jest and debuggers look for it. */
export function withMap(code: string, map: SourceMap): string {
  const encoded = Buffer.from(JSON.stringify(map)).toString('base64');
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${encoded}\n`;
}

const COMMENT = /\n\/\/# sourceMappingURL=data:application\/json;(?:charset=[^;,]+;)?base64,([\w+/=]+)\s*$/;

/** Takes the map out of the code that has one at its end. */
export function takeMap(code: string): { readonly code: string; readonly map: AnySourceMap | null } {
  const found = COMMENT.exec(code);
  if (found === null) return { code, map: null };
  return { code: code.slice(0, found.index), map: Buffer.from(found[1] ?? '', 'base64').toString() };
}
