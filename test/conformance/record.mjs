// Runs record.ts. TypeScript's own compiler translates it on the way in, so that nothing has to be built first.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

const require = createRequire(import.meta.url);

require.extensions['.ts'] = (module, filename) => {
  const { outputText } = ts.transpileModule(readFileSync(filename, 'utf8'), {
    compilerOptions: { target: 'ES2022', module: 'CommonJS', esModuleInterop: true },
  });
  module._compile(outputText, filename);
};

await require('./record.ts').record(process.argv.slice(2));
