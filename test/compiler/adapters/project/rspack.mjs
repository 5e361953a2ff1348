import asyncio from '@asyncio-ts/compiler/rspack';
import { rspack } from '@rspack/core';
import { finish, settings } from './webpack-settings.mjs';

const typescript = {
  test: /\.tsx?$/,
  loader: 'builtin:swc-loader',
  options: { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' } },
};

rspack(
  { ...settings(process.argv[2]), module: { rules: [typescript] }, plugins: [asyncio({ include: 'src/**' })] },
  finish,
);
