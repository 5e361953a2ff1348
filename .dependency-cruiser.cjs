// The import graph: imports point down, towards the ground floor, and run in no circle.
const source = '^packages/asyncio/src';

/** The layers of the library, ground floor first. Each may import itself and those before it. */
const LAYERS = [
  { name: 'builtins', path: `${source}/builtins/` },
  { name: 'contextvars', path: `${source}/contextvars/` },
  { name: 'host', path: `${source}/host/` },
  { name: 'core', path: `${source}/core/` },
  { name: 'inspect', path: `${source}/inspect/` },
  { name: 'faces', path: `${source}/[^/]+$` },
];

const PLATFORMS = `${source}/host/(node|browser)\\.ts$`;

const upwards = LAYERS.slice(0, -1).map(({ name, path }, floor) => ({
  name: `${name}-imports-downwards`,
  comment: `${name} may import only from ${LAYERS.slice(0, floor + 1)
    .map((layer) => layer.name)
    .join(', ')}`,
  severity: 'error',
  from: { path },
  to: { path: LAYERS.slice(floor + 1).map((layer) => layer.path) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upwards,
    {
      name: 'no-runtime-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'type-cycle-only-in-the-kernel',
      comment: 'tasks are futures, futures call the loop, loops make both',
      severity: 'error',
      from: { path: source, pathNot: `${source}/core/(events|futures|tasks)\\.ts$` },
      to: { circular: true },
    },
    {
      name: 'no-platform-in-the-core',
      severity: 'error',
      from: { path: source, pathNot: `${source}/(host/node|index\\.node)\\.ts$` },
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
      comment: 'the library stands on its own',
      severity: 'error',
      from: { path: '^packages/asyncio/' },
      to: { path: 'node_modules' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
};
