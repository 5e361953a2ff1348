import asyncio from '@asyncio-ts/compiler/rollup';
import { transform } from 'esbuild';
import { rollup } from 'rollup';

const typescript = {
  name: 'typescript',
  transform: (code, id) =>
    transform(code, {
      loader: 'tsx',
      sourcefile: id,
      sourcemap: true,
      tsconfigRaw: { compilerOptions: { jsxFactory: 'h' } },
    }),
};

const bundle = await rollup({
  input: process.argv[2],
  external: /^asyncio-ts/,
  plugins: [asyncio({ include: 'src/**' }), typescript],
});
await bundle.write({ dir: 'out', entryFileNames: 'main.mjs', sourcemap: true });
