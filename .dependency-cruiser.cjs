// The import graph: imports point down, towards the ground floor, and run in no circle.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const source = '^packages/asyncio/src';

/** The folders of the library, ground floor first, as CONTRIBUTING.md has them. Each may import itself and those before it. */
const LAYERS = readFileSync(join(__dirname, 'CONTRIBUTING.md'), 'utf8')
  .split('## The floors')[1]
  .split('\n## ')[0]
  .split('\n')
  .flatMap((line) => /^\| `([a-z/]+)` +\|/.exec(line)?.[1] ?? [])
  .reverse()
  .map((folder) => ({ name: folder, path: `${source}/${folder}/[^/]+$` }));

/** On top of all: the public names. */
LAYERS.push({ name: 'faces', path: `${source}/(namespaces/)?[^/]+$` });

const PLATFORMS = `${source}/(host/(node(_tracker)?|browser)\\.ts$|node/)`;

/**
 * Tasks are futures, futures call the loop, loops make both: the files whose types name each other in a circle. What they
 * import of each other to be run forms no circle, here either.
 */
const KERNEL = `${source}/core/((common|coroutines|contract|futures|tasks)/|loop/server(_part)?s\\.ts$)`;

/** The entries of the compiler that bring it into projects. */
const ADAPTERS = ['vite', 'rollup', 'rolldown', 'esbuild', 'webpack', 'rspack', 'jest', 'node', 'register', 'thread'];

const isCore = ({ name }) => name.startsWith('core/');

/** Within the core a type may be named by what stands below it. */
const upwards = LAYERS.slice(0, -1).flatMap((layer, floor) => {
  const above = LAYERS.slice(floor + 1);
  const rule = (to) => ({
    name: `${layer.name}-imports-downwards`,
    comment: 'a file imports only from its own folder and those below it in the table of CONTRIBUTING.md',
    severity: 'error',
    from: { path: layer.path },
    to,
  });
  const paths = (layers) => layers.map(({ path }) => path);
  if (!isCore(layer)) return [rule({ path: paths(above) })];
  return [
    rule({ path: paths(above.filter((each) => !isCore(each))) }),
    rule({ path: paths(above.filter(isCore)), dependencyTypesNot: ['type-only'] }),
  ].filter(({ to }) => to.path.length > 0);
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upwards,
    {
      name: 'folder-without-a-floor',
      comment: 'give it a place in the table of CONTRIBUTING.md',
      severity: 'error',
      from: {},
      to: { path: `${source}/`, pathNot: LAYERS.map(({ path }) => path) },
    },
    {
      name: 'no-runtime-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'type-cycle-only-in-the-kernel',
      severity: 'error',
      // A context tells of its variables, which look up their context. The settings of TLS make objects that tell of their
      // settings.
      from: {
        path: source,
        pathNot: [KERNEL, `${source}/contextvars/context(_var)?\\.ts$`, `${source}/ssl/(context|ssl_object)\\.ts$`],
      },
      to: { circular: true },
    },
    {
      name: 'no-cycle-in-the-eslint-plugin',
      comment: 'not of types either',
      severity: 'error',
      from: { path: '^packages/eslint-plugin/' },
      to: { circular: true },
    },
    {
      name: 'no-platform-in-the-core',
      severity: 'error',
      from: { path: source, pathNot: `${source}/((host/node(_tracker)?|index\\.node)\\.ts$|node/)` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'platforms-are-chosen-by-faces',
      severity: 'error',
      from: { path: source, pathNot: [PLATFORMS, `${source}/[^/]+$`] },
      to: { path: PLATFORMS },
    },
    {
      name: 'no-imports-through-an-index',
      comment: 'an inner index.ts serves the faces; imports through it tie everything into one knot',
      severity: 'error',
      from: { path: `${source}/[^/]+/`, pathNot: '/index\\.ts$' },
      to: { path: [`${source}/index`, `${source}/.+/index\\.ts$`] },
    },
    {
      name: 'no-dependencies',
      comment: 'the helpers of TypeScript are bundled, and the pool of threads is loaded when it is needed',
      severity: 'error',
      from: { path: '^packages/asyncio/', pathNot: `${source}/index\\.compiled\\.ts$` },
      to: { path: 'node_modules' },
    },
    {
      name: 'compiler-without-a-platform',
      comment: 'the compiler itself runs in a page; Node is for what brings it into projects',
      severity: 'error',
      from: { path: '^packages/compiler/src/(index|transform)\\.ts$' },
      to: {
        reachable: true,
        path: ['^(node:)?(fs|path|url|module|process|crypto)$', '/(unplugin|@swc|get-tsconfig)/'],
      },
    },
    {
      name: 'compiler-adapters-on-top',
      comment: 'what all adapters share knows none of them',
      severity: 'error',
      from: { path: '^packages/compiler/src/[^/]+\\.ts$', pathNot: `/(${ADAPTERS.join('|')})\\.ts$` },
      to: { path: '^packages/compiler/src/(adapters|jest|node)/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'types', 'default'] },
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
};
