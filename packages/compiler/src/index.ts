export { DIRECTIVE, transform, type SourceMap, type TransformOptions, type TransformResult } from './transform.js';
