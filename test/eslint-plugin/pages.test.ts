/** The pages of the rules say what is so: their examples, and the table. */
import { readFileSync, readdirSync } from 'node:fs';
import { configs, rules } from '#eslint-plugin/index';
import { lint } from './support/lint.js';

const folder = `${__dirname}/../../docs/lint`;
const names = Object.keys(rules);
const page = (name: string): string => readFileSync(`${folder}/${name}.md`, 'utf8');
const textOf = (file: string): string => readFileSync(`${folder}/../examples/${file}`, 'utf8');

/** The examples that a page shows, whose files are named by what they are. */
function examplesOf(name: string, kind: 'wrong' | 'right'): string[] {
  const shown = [...page(name).matchAll(/^::: program (\S+\/(wrong|right)\w*)(.*)$/gm)];
  for (const [, , is, flags] of shown) expect(flags!.includes(' wrong')).toBe(is === 'wrong');
  return shown.filter(([, , is]) => is === kind).map(([, path]) => textOf(`${path!}.ts`));
}

test('each rule has a page, and each page a rule', () => {
  const pages = readdirSync(folder).map((file) => file.replace(/\.md$/, ''));
  expect(pages.filter((name) => name !== 'index').sort()).toEqual([...names].sort());
});

describe.each(names)('%s', (name) => {
  test('its address is that of its page', () => {
    expect(rules[name]!.meta?.docs?.url).toMatch(new RegExp(`/docs/${name}\\.md$`));
  });

  test('what the page calls wrong is reported', () => {
    const examples = examplesOf(name, 'wrong');
    expect(examples).not.toHaveLength(0);
    for (const code of examples) expect(lint(code).map(({ ruleId }) => ruleId)).toContain(`asyncio-ts/${name}`);
  });

  test('what the page calls right is reported by no rule', () => {
    const examples = examplesOf(name, 'right');
    expect(examples).not.toHaveLength(0);
    for (const code of examples) expect(lint(code)).toEqual([]);
  });

  test('the page tells of the options, if there are any', () => {
    const schema = rules[name]!.meta?.schema as readonly { readonly properties: object }[];
    const options = schema.flatMap(({ properties }) => Object.keys(properties));
    expect(page(name).includes('\n## Options\n')).toBe(options.length > 0);
    for (const option of options) expect(page(name)).toContain(`\`${option}\``);
  });

  test('its row in the table is as the plugin says', () => {
    const { fixable, hasSuggestions, docs } = rules[name]!.meta!;
    const row = page('index')
      .split('\n')
      .find((line) => line.startsWith(`| [${name}](${name}.md)`))
      ?.split('|')
      .map((cell) => cell.trim());
    const repairs = fixable === undefined ? (hasSuggestions === true ? 'suggestion' : '') : 'fix';
    const id = `asyncio-ts/${name}`;
    const compiled = configs['recommended-compiled'].rules![id];
    const typed = (docs as { requiresTypeChecking?: boolean }).requiresTypeChecking === true ? 'yes' : '';
    expect(row?.slice(3, 7)).toEqual([configs.recommended.rules![id], compiled, repairs, typed]);
  });
});
