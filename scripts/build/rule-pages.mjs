// The pages of the lint rules, to which editors link, as they stand in the package of the plugin.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { root } from '../shell.mjs';

const from = `${root}/docs/lint`;
const to = `${root}/packages/eslint-plugin/docs`;

/** Copies the pages, with the examples written out: outside of the site nothing else shows them. */
export function copyRulePages() {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to);
  for (const file of readdirSync(from)) {
    const page = readFileSync(`${from}/${file}`, 'utf8').replaceAll(
      /^::: program (\S+).*\n:::$/gm,
      (_container, name) => `\`\`\`ts\n${readFileSync(`${root}/docs/examples/${name}.ts`, 'utf8')}\`\`\``,
    );
    writeFileSync(`${to}/${file}`, page);
  }
}
