/** The reference, made of a small library's declarations: what stands on a page, and what the generator refuses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import * as asyncio from 'asyncio-ts';
import { scriptModule } from '../support/modules';

interface Item {
  readonly path: string;
  readonly aliases: readonly string[];
}
interface Symbols {
  readonly all: readonly Item[];
}
interface Group {
  readonly title: string;
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly python?: string;
}
interface Site {
  readonly problems: readonly string[];
}
type Pages = ReadonlyMap<string, string>;
interface Section {
  readonly title: string;
  readonly anchor: string;
}
interface Modules {
  readMembers(file: string): unknown;
  toSymbols(models: readonly { entry: string; members: unknown }[]): Symbols;
  groupSymbols(symbols: readonly Item[], table: readonly Group[]): readonly Group[];
  pagesOf(symbols: readonly unknown[]): ReadonlyMap<unknown, string>;
  readSections(markdown: string): Section[];
  findMentions(sections: readonly Section[], symbols: Symbols): ReadonlyMap<Item, readonly { section: Section }[]>;
  makePages(site: Site): Promise<Pages>;
  deadLinks(pages: Pages, readOther: (file: string) => string | null): string[];
  readonly Site: new (parts: Readonly<Record<string, unknown>>) => Site;
  readonly GROUPS: readonly Group[];
}

const TABLE: readonly Group[] = [
  { title: 'Gates', python: 'asyncio-gate', names: ['open_gate', 'gate', 'Gate', 'LIMIT'], types: ['GateOptions'] },
  { title: 'Others', names: ['Base', 'ValueError', 'gates', 'gates.*'], types: [] },
];

const OPEN = [
  { name: 'name', kind: 'positional or keyword', default: null },
  { name: 'width', kind: 'keyword only', default: '<Width.ONE: 1>' },
];

const PYTHON = new Map([
  ['open_gate', { name: 'asyncio.open_gate', kind: 'function', parameters: OPEN }],
  ['Gate', { name: 'asyncio.Gate', kind: 'class', parameters: null }],
  ['Gate.close', { name: 'asyncio.Gate.close', kind: 'method', parameters: [], since: '3.15' }],
]);

const DIFFERENCES = `# Differences

## Gates that stay

\`asyncio.open_gate()\` stays open, and \`gate.close\` isn't a name. \`Gate.close()\` is.

## Others

No name.
`;

let modules: Modules;
let folder: string;
let symbols: Symbols;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reference-'));
  const files = ['model', 'grouping', 'groups', 'addresses', 'differences', 'pages', 'links', 'site'];
  const loaded = await Promise.all(files.map((name) => scriptModule<Partial<Modules>>(`docs/reference/${name}.mjs`)));
  modules = Object.assign({}, ...loaded) as Modules;
  symbols = modules.toSymbols([{ entry: '', members: modules.readMembers(extract()) }]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Has API Extractor make the model of the small library. */
function extract(): string {
  const declarations = join(__dirname, 'declarations');
  const file = join(folder, 'small.api.json');
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: declarations,
      mainEntryPointFilePath: join(declarations, 'index.d.ts'),
      compiler: {
        overrideTsconfig: {
          compilerOptions: { target: 'es2022', module: 'esnext', moduleResolution: 'bundler', types: [] },
          include: [join(declarations, '*.d.ts')],
        },
      },
      docModel: { enabled: true, apiJsonFilePath: file },
      apiReport: { enabled: false, reportFileName: 'small.api.md' },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: { default: { logLevel: 'none' as never } } },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(__dirname, '../../packages/asyncio/package.json'),
  });
  Extractor.invoke(config, { messageCallback: (message) => void (message.handled = true) });
  return file;
}

function siteOf(table = TABLE): Site {
  const mentions = modules.findMentions(modules.readSections(DIFFERENCES), symbols);
  return new modules.Site({ symbols, groups: modules.groupSymbols(symbols.all, table), pythonNames: PYTHON, mentions });
}

const pagesOfLibrary = async (): Promise<Pages> => modules.makePages(siteOf());

async function page(name: string): Promise<string> {
  const text = (await pagesOfLibrary()).get(`reference/${name}.md`);
  if (text === undefined) throw new Error(`there is no page ${name}`);
  return text;
}

describe('each public name', () => {
  test('has one page, and one that differs from another only in case is told apart', async () => {
    expect([...(await pagesOfLibrary()).keys()].sort()).toEqual([
      'examples/reference/open_gate/example.ts',
      'reference/Base.md',
      'reference/Gate-class.md',
      'reference/GateOptions.md',
      'reference/LIMIT.md',
      'reference/ValueError.md',
      'reference/gate.md',
      'reference/gates/index.md',
      'reference/gates/shut.md',
      'reference/index.md',
      'reference/neighbours.json',
      'reference/open_gate.md',
      'reference/sidebar.json',
    ]);
  });

  test('that is reached in two ways has the page of the root, to which the namespace links', async () => {
    expect(await page('Gate-class')).toContain('Also `asyncio.gates.Gate`.');
    const namespace = await page('gates/index');
    expect(namespace).toContain('[`Gate`](../Gate-class.md)');
    expect(namespace).toContain('[`shut`](./shut.md)');
  });

  test('stands in the overview with its first sentence, and beside the pages of its group', async () => {
    expect(await page('index')).toContain('| [`gate`](./gate.md) | Makes a gate. |');
    const pages = await pagesOfLibrary();
    expect(JSON.parse(pages.get('reference/sidebar.json')!)).toEqual([
      { text: 'Overview', link: '/reference/' },
      { text: 'Gates', link: '/reference/#gates' },
      { text: 'Others', link: '/reference/#others' },
    ]);
    expect(JSON.parse(pages.get('reference/neighbours.json')!)).toEqual([
      {
        title: 'Gates',
        names: [
          { text: 'open_gate', page: 'reference/open_gate' },
          { text: 'gate', page: 'reference/gate' },
          { text: 'Gate', page: 'reference/Gate-class' },
          { text: 'LIMIT', page: 'reference/LIMIT' },
        ],
        types: [{ text: 'GateOptions', page: 'reference/GateOptions' }],
      },
      {
        title: 'Others',
        names: [
          { text: 'Base', page: 'reference/Base' },
          { text: 'ValueError', page: 'reference/ValueError' },
          { text: 'gates', page: 'reference/gates/index' },
          { text: 'gates.shut', page: 'reference/gates/shut' },
        ],
        types: [],
      },
    ]);
  });
});

describe('the page of a function', () => {
  test('begins with what VitePress wants to know', async () => {
    expect((await page('gate')).split('\n').slice(0, 6)).toEqual([
      '---',
      'title: "asyncio.gate"',
      'description: "Makes a gate."',
      'outline: [2, 3]',
      'editLink: false',
      '---',
    ]);
  });

  test('shows each overload, in 80 columns', async () => {
    const [, shown = ''] = /```typescript\n([\s\S]*?)\n```/.exec(await page('open_gate')) ?? [];
    expect(shown.split('\n\n')).toEqual([
      [
        'function open_gate<T extends Map<string, number>>(',
        '  name: string | null,',
        '  options?: GateOptions,',
        '): Gate<T>',
      ].join('\n'),
      [
        'function open_gate(',
        '  options: GateOptions & { readonly name: string },',
        '): Gate<Map<string, number>>',
      ].join('\n'),
    ]);
  });

  test('has tables whose cells keep their bars, and the keywords that the last argument may hold', async () => {
    const text = await page('open_gate');
    expect(text).toContain(String.raw`| ${'`name`'} | ${'`string \\| null`'} | Whose gate: ${'`A \\| B`'}. |`);
    expect(text).toContain(String.raw`| ${'`width`'} | ${'`1 \\| 2`'} | How wide: ${'`1 \\| 2`'}. |`);
  });

  test('has no tag and no braces that Vue would read, outside of code', async () => {
    const [prose] = (await page('open_gate')).split('## Parameters').slice(0, 1);
    expect(prose).toContain('There is `a | b`, &lt;b>bold&lt;/b> and <span v-pre>{{</span> braces }}');
  });

  test('has a section for each part of the comment, and the flags of examples', async () => {
    const text = await page('open_gate');
    expect(text).toContain('## Returns\n\nThe [`Gate`](./Gate-class.md).');
    expect(text).toContain('## Errors\n\n- [`ValueError`](./ValueError.md) if there is none.');
    expect(text).toContain('## Cancellation\n\nNothing is lost.');
    expect(text).toContain('## Example\n\n::: program reference/open_gate/example real-time\n:::');
    expect((await pagesOfLibrary()).get('examples/reference/open_gate/example.ts')).toBe(
      "open_gate('a'); // => null\n",
    );
  });

  test("tells what it is in Python, where Python's documentation has it, and what differs", async () => {
    const [, python] = (await page('open_gate')).split('## In Python\n\n');
    expect(python?.split('\n\n## ')[0]).toBe(
      [
        '```python\nasyncio.open_gate(name, *, width=ONE)\n```',
        '`asyncio.open`. Since 3.11.',
        "[`asyncio.open_gate` in Python's documentation](https://docs.python.org/3.14/library/asyncio-gate.html#asyncio.open_gate)",
        'What differs:',
        '- [Gates that stay](../differences.md#gates-that-stay)',
      ].join('\n\n'),
    );
    expect(await page('LIMIT')).not.toContain('## In Python');
  });
});

describe('the page of a class', () => {
  test('has a section for each member, with an anchor', async () => {
    const text = await page('Gate-class');
    expect(text).toContain('class Gate<T = unknown> extends Base');
    expect(text).toContain('## Constructor {#constructor}\n\n```typescript\nnew Gate<T>(width: number)\n```');
    expect(text).toContain(
      "### `close()` {#close}\n\n```typescript\nclose(how?: 'slowly' | Readonly<Record<string, T>>): number\n```\n\nCloses it.",
    );
    expect(text).toContain('**Returns.** How often.');
    expect(text).toContain('**Errors.**\n\n- [`ValueError`](./ValueError.md) if it is closed.');
    expect(text).toContain('New in Python 3.15.');
  });

  test('lists what is inherited, and names a member that differs from Python', async () => {
    const text = await page('Gate-class');
    expect(text).toContain('From [`Base`](./Base.md): [`open`](./Base.md#open), [`visitor`](./Base.md#visitor).');
    expect(text).toContain('- [Gates that stay](../differences.md#gates-that-stay) (`close`)');
    expect(await page('Base')).toContain('```typescript\nreadonly visitor: string\n```');
  });

  test('or of an interface has a table of the properties', async () => {
    expect(await page('GateOptions')).toContain('<a id="width"></a>`width`');
  });
});

describe('links', () => {
  const others = (file: string): string | null => (file === 'differences.md' ? DIFFERENCES : null);

  test('lead to a page, and to a place on it', async () => {
    const site = siteOf();
    expect(modules.deadLinks(await modules.makePages(site), others)).toEqual([]);
    expect(site.problems).toEqual([]);
  });

  test('that lead nowhere are found, and so is an anchor that stands twice', () => {
    const pages = new Map([
      ['a.md', '# A\n\n[b](./b.md#there) [c](./c.md) [d](./b.md#gone) [e](https://e.org/x) `[f](./f.md)`\n'],
      ['b.md', '## There\n\n## Again {#again}\n\n## Again\n\n```ts\n[g](./g.md)\n```\n'],
    ]);
    expect(modules.deadLinks(pages, () => null)).toEqual([
      'b.md: #again stands there twice',
      'a.md: there is no c.md',
      'a.md: there is no #gone in b.md',
    ]);
  });

  test('of a comment to what is not public are found', async () => {
    const site = siteOf();
    const links = site as unknown as { linker(from: Item): (name: string, text: string | null) => string };
    const from = symbols.all[0]!;
    expect(links.linker(from)('Nothing', null)).toBe('`Nothing`');
    expect(site.problems).toEqual([`${from.path}: its comment links to Nothing, which is not public`]);
    await Promise.resolve();
  });
});

describe('the table of groups', () => {
  const refusal = (table: readonly Group[]): string => {
    try {
      modules.groupSymbols(symbols.all, table);
      return 'none';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('is refused if it forgets a name, names one twice, or names one that is not there', () => {
    const [gates, others] = TABLE as [Group, Group];
    expect(refusal(TABLE)).toBe('none');
    expect(refusal([{ ...gates, names: ['open_gate', 'gate', 'Gate'] }, others])).toContain('LIMIT stands in no group');
    expect(refusal([gates, { ...others, names: [...others.names, 'gate'] }])).toContain(
      'gate stands in several groups: Gates, Others',
    );
    expect(refusal([{ ...gates, types: ['GateOptions', 'Fence'] }, others])).toContain(
      "Fence stands in 'Gates', but is no public name",
    );
    expect(refusal([gates, { ...others, names: ['Base', 'ValueError', 'gates'] }])).toContain(
      'gates.shut stands in no group',
    );
  });

  test('of the library names each value that it exports once', () => {
    const names = modules.GROUPS.flatMap((group) => [...group.names, ...group.types]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const exported = Object.keys(asyncio).filter((name) => !/^_(compiled|workers)$/.test(name));
    expect(exported.filter((name) => !names.includes(name))).toEqual([]);
  });
});

test('two names are refused whose pages a file system would take for one', () => {
  const value = (path: string): object => ({ path, namespace: '', items: [{ kind: 'Function' }] });
  expect(() => modules.pagesOf([value('Open'), value('open')])).toThrow(
    'their pages would have the same name: Open, open',
  );
});
