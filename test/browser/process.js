/* global performance */
// What Jest's packages ask the process for. The library in a browser has none to look at: the name is ours.
globalThis.fakeProcess = {
  env: {},
  argv: [],
  versions: {},
  platform: 'browser',
  stdout: {},
  stderr: {},
  cwd: () => '/',
  hrtime: { bigint: () => BigInt(Math.round(performance.now() * 1e6)) },
  on() {},
  once() {},
  listeners: () => [],
  removeListener() {},
  removeAllListeners() {},
};
