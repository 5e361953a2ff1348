// The import graph: imports point down, towards the ground floor, and run in no circle.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const source = '^packages/asyncio/src';

/** The layers of the library, ground floor first. Each may import itself and those before it. */
const LAYERS = [
  { name: 'builtins', path: `${source}/builtins/` },
  { name: 'contextvars', path: `${source}/contextvars/` },
  { name: 'host', path: `${source}/host/` },
  { name: 'concurrent', path: `${source}/concurrent/` },
  { name: 'socket', path: `${source}/socket/` },
  { name: 'ssl', path: `${source}/ssl/` },
  { name: 'core', path: `${source}/core/` },
  { name: 'compiled', path: `${source}/compiled/` },
  { name: 'inspect', path: `${source}/inspect/` },
  { name: 'net', path: `${source}/net/` },
  { name: 'node', path: `${source}/node/` },
  { name: 'testing', path: `${source}/testing/` },
  { name: 'faces', path: `${source}/(namespaces/)?[^/]+$` },
];

const PLATFORMS = `${source}/(host/(node(_tracker)?|browser)\\.ts$|node/)`;

/**
 * Tasks are futures, futures call the loop, loops make both: the files of the core whose types name each other in a
 * circle. What they import of each other to be run forms no circle, here either.
 */
const KERNEL = [
  ...[
    'async_stacks',
    'noted_awaiters',
    'await_chain',
    'awaitable',
    'awaited_by',
    'base_futures',
    'base_tasks',
    'coroutine_errors',
    'raising',
    'delegation',
    'coroutines',
    'delegators',
    'generator_coroutine',
    'newborn',
    'events',
    'abstract_server',
    'handles',
    'sleep_timer',
    'observer',
    'io_options',
    'loop_options',
    'protocols',
    'resources',
    'server_parts',
    'servers',
    'sleep',
    'transports',
    'future_iterator',
    'futures',
  ],
  ...[
    'interruption',
    'native',
    'native_driver',
    'native_waiter',
    'policies',
    'current_loop',
    'reports',
    'running',
    'task_options',
    'tasks',
    'wake_ups',
  ],
];

/** The entries of the compiler that bring it into projects. */
const ADAPTERS = ['vite', 'rollup', 'rolldown', 'esbuild', 'webpack', 'rspack', 'jest', 'node', 'register', 'thread'];

const upwards = LAYERS.slice(0, -1).map(({ name, path }, floor) => ({
  name: `${name}-imports-downwards`,
  comment: `${name} may import only from ${LAYERS.slice(0, floor + 1)
    .map((layer) => layer.name)
    .join(', ')}`,
  severity: 'error',
  from: { path },
  to: { path: LAYERS.slice(floor + 1).map((layer) => layer.path) },
}));

/** The files of the core, ground floor first, as CONTRIBUTING.md has them. */
const core = readFileSync(join(__dirname, 'CONTRIBUTING.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ +\| `core` /.test(line))
  .flatMap((row) => [...row.split('|')[3].matchAll(/`(\w+)`/g)].map(([, name]) => name));

const coreFiles = (names) => `${source}/core/(${names.join('|')})\\.ts$`;

const floors = core.slice(0, -1).map((name, index) => ({
  name: `core-${name}-imports-downwards`,
  comment: 'a file imports only what stands before it in the table of CONTRIBUTING.md',
  severity: 'error',
  from: { path: coreFiles([name]) },
  to: { path: coreFiles(core.slice(index + 1)), dependencyTypesNot: ['type-only'] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upwards,
    ...floors,
    {
      name: 'core-file-without-a-floor',
      comment: 'give it a place in the table of CONTRIBUTING.md',
      severity: 'error',
      from: {},
      to: { path: `${source}/core/`, pathNot: coreFiles(core) },
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
        pathNot: [
          coreFiles(KERNEL),
          `${source}/contextvars/context(_var)?\\.ts$`,
          `${source}/ssl/(context|ssl_object)\\.ts$`,
        ],
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
