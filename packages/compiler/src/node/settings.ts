/** What the nearest `tsconfig.json` of a file says. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as GetTsconfig from 'get-tsconfig';

// It is loaded when something depends on it, which is seldom so.
const require = createRequire(import.meta.url);

/** The `compilerOptions`, those of what it extends included. */
export type Settings = NonNullable<GetTsconfig.TsConfigJson['compilerOptions']>;

const settings = new Map<string, Settings>();

/** The settings for a file; without a `tsconfig.json` there are none. */
export function settingsFor(file: string): Settings {
  const folder = dirname(file);
  let known = settings.get(folder);
  if (known === undefined) {
    const { getTsconfig } = require('get-tsconfig') as typeof GetTsconfig;
    known = getTsconfig(folder)?.config.compilerOptions ?? {};
    settings.set(folder, known);
  }
  return known;
}

/** Whether fields of classes are those of JavaScript, or are assigned in the constructor. */
export function definesFields({ useDefineForClassFields, target = 'esnext' }: Settings): boolean {
  return useDefineForClassFields ?? /^es(?:next|20(?:2[2-9]|[3-9]\d))$/i.test(target);
}

/** Whether scripts become strict. */
export function isStrict({ alwaysStrict, strict = false }: Settings): boolean {
  return alwaysStrict ?? strict;
}
