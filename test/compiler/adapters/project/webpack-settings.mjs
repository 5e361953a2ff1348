// What webpack and Rspack are told alike.
import { resolve } from 'node:path';

export const settings = (entry) => ({
  mode: 'development',
  devtool: 'source-map',
  target: 'node20',
  entry: resolve(entry),
  output: {
    path: resolve('out'),
    filename: 'main.mjs',
    chunkFilename: '[name].mjs',
    module: true,
    chunkFormat: 'module',
  },
  experiments: { outputModule: true },
  externalsType: 'module',
  externals: [/^asyncio-ts/],
});

export function finish(error, stats) {
  if (error !== null || stats.hasErrors()) {
    console.error(error ?? stats.toString({ preset: 'errors-only', colors: false }));
    process.exitCode = 1;
  }
}
