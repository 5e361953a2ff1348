/** The package that a file is part of: the nearest `package.json` above it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is of interest in a `package.json`. */
export interface Scope {
  readonly name?: unknown;
  readonly type?: unknown;
}

const scopes = new Map<string, Scope>();

/** The nearest `package.json` above a file. */
export function scopeOf(file: string): Scope {
  return scopeOfFolder(dirname(file));
}

function scopeOfFolder(folder: string): Scope {
  const known = scopes.get(folder);
  if (known !== undefined) return known;
  const above = dirname(folder);
  const scope = read(join(folder, 'package.json')) ?? (above === folder ? {} : scopeOfFolder(above));
  scopes.set(folder, scope);
  return scope;
}

function read(file: string): Scope | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  return JSON.parse(text) as Scope;
}
