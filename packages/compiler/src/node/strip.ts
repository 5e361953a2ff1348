/** TypeScript to JavaScript, one file at a time, by swc. */
import { createRequire } from 'node:module';
import type * as Swc from '@swc/core';
import { parse } from '../parse.js';
import type { SourceMap } from '../transform.js';
import type { Format } from './formats.js';
import { knowsUsing } from './erase.js';
import { definesFields, isStrict, settingsFor, type Settings } from './settings.js';

// It is loaded when the first file needs it.
const require = createRequire(import.meta.url);

/** JavaScript, and where it comes from. */
interface Stripped {
  readonly code: string;
  readonly map: SourceMap;
}

/** Takes out the types, and turns what stands for code (enums, decorators, JSX) into code. */
export function strip(source: string, file: string, format: Format): Stripped {
  if (format === 'module') return transformed(source, file, format, true);
  const { code, map } = transformedScript(source, file);
  // TypeScript writes the directive where it is asked to, swc where there are imports and exports.
  if (!isStrict(settingsFor(file)) || /^["']use strict["']/.test(code)) return { code, map };
  const [interpreter = ''] = /^#!.*\n/.exec(code) ?? [];
  const mappings = interpreter === '' ? `;${map.mappings}` : map.mappings.replace(';', ';;');
  return { code: `${interpreter}"use strict";\n${code.slice(interpreter.length)}`, map: { ...map, mappings } };
}

/** With or without imports and exports. Only what is known to have none may return at its top level. */
function transformedScript(source: string, file: string): Stripped {
  try {
    return transformed(source, file, 'commonjs', 'unknown');
  } catch {
    return transformed(source, file, 'commonjs', 'commonjs');
  }
}

function transformed(
  source: string,
  file: string,
  format: Format,
  isModule: NonNullable<Swc.Options['isModule']>,
): Stripped {
  const { transformSync } = require('@swc/core') as typeof Swc;
  try {
    const { code, map = '' } = transformSync(source, { ...optionsFor(file, format), isModule });
    return { code, map: JSON.parse(map) as SourceMap };
  } catch (error) {
    // Mistakes are told of in one way, whoever finds them.
    parse(source, { filename: file, sourceType: format === 'module' ? 'module' : 'unambiguous' });
    throw error;
  }
}

function optionsFor(file: string, format: Format): Swc.Options {
  const settings = settingsFor(file);
  return {
    filename: file,
    swcrc: false,
    configFile: false,
    sourceMaps: true,
    inputSourceMap: false,
    module: moduleFor(format),
    jsc: {
      parser: parserFor(file),
      // All that was there before `using` is known to the oldest Node that is supported.
      target: knowsUsing() ? 'esnext' : 'es2024',
      keepClassNames: true,
      transform: transformFor(settings),
    },
  };
}

function parserFor(file: string): Swc.ParserConfig {
  if (/\.[cm]?tsx?$/.test(file)) return { syntax: 'typescript', tsx: file.endsWith('x'), decorators: true };
  return {
    syntax: 'ecmascript',
    jsx: true,
    decorators: true,
    autoAccessors: true,
    explicitResourceManagement: true,
  };
}

function moduleFor(format: Format): Swc.ModuleConfig {
  if (format === 'module') return { type: 'nodenext' };
  // Node finds the names of exports in an annotation, and `import()` is the only way to what isn't CommonJS.
  return { type: 'commonjs', exportInteropAnnotation: true, ignoreDynamic: true };
}

function transformFor(settings: Settings): Swc.TransformConfig {
  const { experimentalDecorators = false, emitDecoratorMetadata = false, verbatimModuleSyntax = false } = settings;
  const { jsx = 'react', jsxFactory, jsxFragmentFactory, jsxImportSource } = settings;
  return {
    ...(experimentalDecorators ? { legacyDecorator: true } : { decoratorVersion: '2023-11' }),
    decoratorMetadata: emitDecoratorMetadata,
    verbatimModuleSyntax,
    useDefineForClassFields: definesFields(settings),
    react: {
      runtime: jsx === 'react' ? 'classic' : 'automatic',
      development: jsx === 'react-jsxdev',
      ...(jsxFactory !== undefined && { pragma: jsxFactory }),
      ...(jsxFragmentFactory !== undefined && { pragmaFrag: jsxFragmentFactory }),
      ...(jsxImportSource !== undefined && { importSource: jsxImportSource }),
    },
  };
}
