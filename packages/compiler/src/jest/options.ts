/** What the transformer for Jest takes. */
import type { CompilerOptions } from '../compile.js';

/** What the transformer for Jest takes. @public */
export interface JestOptions extends CompilerOptions {
  /**
   * The transformer that gets what the compiler has made of a file: `'babel-jest'`, or with its options
   * `['ts-jest', { isolatedModules: true }]`. Without one, swc takes out the types.
   */
  readonly transformer?: string | readonly [name: string, options: object];
}
