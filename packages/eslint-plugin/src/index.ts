/**
 * ESLint rules for programs that use asyncio-ts.
 *
 * ```js
 * import asyncio from 'eslint-plugin-asyncio-ts';
 *
 * export default [asyncio.configs.recommended];
 * ```
 */
import type { ESLint, Linter, Rule } from 'eslint';
import type { RuleDocs } from './create-rule.js';
import { all } from './rules/all.js';

/** The plugin, as ESLint takes it. */
export interface AsyncioPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly namespace: string };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: {
    /** For code that runs as it is written. */
    readonly recommended: Linter.Config;
    /** For code that `@asyncio-ts/compiler` rewrites, also where no directive in the file says so. */
    readonly 'recommended-compiled': Linter.Config;
  };
}

const NAMESPACE = 'asyncio-ts';

export const meta: AsyncioPlugin['meta'] = { name: 'eslint-plugin-asyncio-ts', namespace: NAMESPACE };

// ESLint's types and those of typescript-eslint describe the same objects, but don't fit each other.
export const rules: AsyncioPlugin['rules'] = all as unknown as AsyncioPlugin['rules'];

/** The configurations hold the plugin that holds them. */
const recommended: Linter.Config = {
  name: `${NAMESPACE}/recommended`,
  rules: severities(({ recommended: severity }) => severity),
};

const compiled: Linter.Config = {
  name: `${NAMESPACE}/recommended-compiled`,
  settings: { [NAMESPACE]: { compiled: true } },
  rules: severities(({ recommended: severity, compiled: other = severity }) => other),
};

export const configs: AsyncioPlugin['configs'] = { recommended, 'recommended-compiled': compiled };

const plugin: AsyncioPlugin = { meta, rules, configs };
recommended.plugins = { [NAMESPACE]: plugin };
compiled.plugins = { [NAMESPACE]: plugin };

// ESLint's configurations take a plugin by its default export.
export default plugin;

function severities(choose: (docs: RuleDocs) => Linter.RuleSeverity): Linter.RulesRecord {
  const entries = Object.entries(all).map(([name, rule]) => [
    `${NAMESPACE}/${name}`,
    choose(rule.meta.docs as RuleDocs),
  ]);
  return Object.fromEntries(entries) as Linter.RulesRecord;
}
