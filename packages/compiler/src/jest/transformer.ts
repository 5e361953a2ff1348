/** The compiler as Jest wants it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SyncTransformer, TransformedSource, TransformOptions } from '@jest/transform';
import { version } from '@swc/core';
import { compileFiles } from '../compile.js';
import { combine, takeMap, type AnySourceMap } from '../node/source-maps.js';
import { settingsFor } from '../node/settings.js';
import { strip } from '../node/strip.js';
import type { TransformResult } from '../transform.js';
import { loadInner, type Inner } from './inner.js';
import type { JestOptions } from './options.js';

/** Makes a transformer; Jest calls it with the options that stand beside the transformer's name. @public */
export function createTransformer(options: JestOptions = {}): SyncTransformer {
  const compile = compileFiles(options);
  const own = hash(readFileSync(fileURLToPath(import.meta.url)), JSON.stringify(options, texts), version);
  let inner: Inner | null | undefined;

  function innerFor({ config }: TransformOptions): Inner | null {
    return (inner ??= options.transformer === undefined ? null : loadInner(options.transformer, config.rootDir));
  }

  return {
    canInstrument: false,

    getCacheKey(source, file, jest) {
      const after = innerFor(jest);
      const afterKey =
        after === null
          ? JSON.stringify([settingsFor(file), jest.supportsStaticESM, process.version])
          : after.transformer.getCacheKey?.(source, file, after.optionsFrom(jest));
      return hash(own, source, file, jest.configString, String(jest.instrument), afterKey ?? '');
    },

    process(source, file, jest) {
      const compiled = compile(source, file, jest.supportsStaticESM ? 'module' : 'unambiguous');
      const result = finish(compiled?.code ?? source, file, jest, innerFor(jest));
      return compiled === null ? result : withBothMaps(result, compiled);
    },
  };
}

function finish(code: string, file: string, jest: TransformOptions, inner: Inner | null): TransformedSource {
  if (inner !== null) return inner.transformer.process(code, file, inner.optionsFrom(jest));
  return strip(code, file, jest.supportsStaticESM ? 'module' : 'commonjs');
}

/** The map of the last step may stand in its code. */
function withBothMaps(result: TransformedSource, compiled: TransformResult): TransformedSource {
  const { code, map } = result.map == null ? takeMap(result.code) : { code: result.code, map: result.map };
  return map === null ? result : { code, map: combine(map as AnySourceMap, compiled.map) };
}

/** A regular expression has no JSON. */
const texts = (_key: string, value: unknown) => (value instanceof RegExp ? String(value) : value);

function hash(...parts: readonly (string | Buffer)[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex');
}
