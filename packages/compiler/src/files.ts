/** Which files are compiled: the one answer that all adapters give. */
import type { createFilter, FilterPattern } from '@rollup/pluginutils';
import { fileOf, isInstalled } from './ids.js';

/** Which files are compiled whole. @public */
export interface FileOptions {
  /**
   * Patterns of files that are compiled whole: globs, relative to the working directory, or regular expressions. Any
   * other file is compiled if it begins with the directive `"use asyncio"`. A file in `node_modules` is compiled only
   * if a pattern that names `node_modules` includes it.
   */
  readonly include?: FilterPattern;
  /** Patterns of files that are never compiled. */
  readonly exclude?: FilterPattern;
}

/** The pattern of all files. */
export const EVERYTHING: RegExp = /./;

/** How a file is treated: compiled whole, compiled if it has the directive, or left alone. */
export type Treatment = 'whole' | 'directive' | 'none';

/** Makes a filter of patterns; Node's loader, which is seldom given any, loads it when it is called. */
export type FilterMaker = typeof createFilter;

/**
 * Gives the function that says how a file is treated, which gets what bundlers call an id: a path, maybe with a query.
 */
export function treatmentOfFiles(
  { include, exclude }: FileOptions,
  filterFrom: FilterMaker,
): (id: string) => Treatment {
  // Without a pattern theirs would let everything through.
  const filterOf = (patterns: readonly (string | RegExp)[]) => {
    if (patterns.length === 0) return () => false;
    return patterns.includes(EVERYTHING) ? () => true : filterFrom(patterns);
  };
  const patterns = listOf(include);
  const isIncluded = filterOf(patterns);
  // A pattern for everything does not mean what others have written.
  const isIncludedWhereInstalled = filterOf(patterns.filter(namesInstalled));
  const isExcluded = filterOf(listOf(exclude));
  return (id) => {
    const file = fileOf(id);
    if (file === null || isExcluded(file)) return 'none';
    if (isInstalled(file)) return isIncludedWhereInstalled(file) ? 'whole' : 'none';
    return isIncluded(file) ? 'whole' : 'directive';
  };
}

const listOf = (patterns: FilterPattern = []) => [patterns].flat() as (string | RegExp)[];

const namesInstalled = (pattern: string | RegExp) => String(pattern).includes('node_modules');
