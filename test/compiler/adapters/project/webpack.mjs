import asyncio from '@asyncio-ts/compiler/webpack';
import webpack from 'webpack';
import { finish, settings } from './webpack-settings.mjs';

webpack(
  {
    ...settings(process.argv[2]),
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'ts-loader',
          options: { transpileOnly: true, compilerOptions: { noEmit: false, allowImportingTsExtensions: false } },
        },
      ],
    },
    plugins: [asyncio({ include: 'src/**' })],
  },
  finish,
);
