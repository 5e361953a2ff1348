/* global navigator, performance */
// What Jest's packages ask the process for. The library in a browser has none to look at: the name is ours.
const [, chromium = '0'] = /Chrome\/(\d+)/.exec(navigator.userAgent) ?? [];

globalThis.fakeProcess = {
  env: {},
  argv: [],
  // Chromium 130 has V8 13.0.
  versions: { v8: (chromium / 10).toFixed(1) },
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
