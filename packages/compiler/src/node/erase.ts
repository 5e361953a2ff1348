/** Takes the types out of files that Node can run without them. */
import { Script } from 'node:vm';
import type { Program } from '@babel/types';
import { erase, type Erased } from '../types/erase.js';
import type { Parsed } from './formats.js';
import { definesFields, isStrict, settingsFor } from './settings.js';

/** A file without its types, as its `tsconfig.json` has it; null if it has more to be taken out or to be changed. */
export function erasedFile(source: string, { format, program }: Parsed, file: string): Erased | null {
  if (format === 'commonjs' && (isModule(program) || isStrict(settingsFor(file)))) return null;
  const result = erase(source, program, {
    keepsUnusedImports: () => {
      const { verbatimModuleSyntax, preserveValueImports } = settingsFor(file);
      return verbatimModuleSyntax === true || preserveValueImports === true;
    },
    definesFields: () => definesFields(settingsFor(file)),
  });
  return 'text' in result ? result : null;
}

/** Its imports and exports are to become those of CommonJS. */
function isModule({ sourceType, body }: Program): boolean {
  return sourceType === 'module' || body.some((statement) => /^(?:Import|Export)/.test(statement.type));
}

/** `using` came to Node later than all else that is left in a program without types. */
export function runsHere(code: string): boolean {
  return !/\busing\b\s*[\w$\\/\u0080-\uffff]/.test(code) || knowsUsing();
}

/** Whether this Node knows `using`. */
export function knowsUsing(): boolean {
  try {
    new Script('{ using resource = null; }');
    return true;
  } catch {
    return false;
  }
}
