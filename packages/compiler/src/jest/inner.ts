/** The transformer that comes after the compiler. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { SyncTransformer, TransformOptions } from '@jest/transform';
import type { JestOptions } from './options.js';

/** A transformer, and how it wants to be called. */
export interface Inner {
  readonly transformer: SyncTransformer;
  /** What it gets instead of what Jest has given to the compiler. */
  optionsFrom<T extends TransformOptions>(options: T): T;
}

interface Loaded extends Partial<SyncTransformer> {
  readonly default?: Loaded;
  createTransformer?(options?: object): SyncTransformer;
}

/** Loads a transformer from where Jest's configuration is. */
export function loadInner(named: NonNullable<JestOptions['transformer']>, rootDir: string): Inner {
  const [name, config] = typeof named === 'string' ? [named, {}] : named;
  const loaded = createRequire(join(rootDir, 'jest.config.js'))(name) as Loaded;
  const inner = loaded.default ?? loaded;
  const transformer = inner.createTransformer?.(config) ?? inner;
  if (typeof transformer.process !== 'function') {
    throw new TypeError(`"${name}" is no transformer that can do without waiting: it has no method process()`);
  }
  return {
    transformer: transformer as SyncTransformer,
    // Jest counts what is covered in what comes out at the end.
    optionsFrom: (options) => ({ ...options, transformerConfig: config, instrument: false }),
  };
}
