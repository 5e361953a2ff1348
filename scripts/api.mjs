// Compares the package's API with the committed reports, packages/asyncio/etc/*.api.md; with --local it rewrites the
// reports. Fails as well on a public name without documentation and on a type that isn't exported.
import { mkdirSync } from 'node:fs';
import { extractApi } from './build/extract-api.mjs';
import { library } from './shell.mjs';

mkdirSync(`${library}/etc`, { recursive: true });
const localBuild = process.argv.includes('--local');
const options = { localBuild, printApiReportDiff: true, messageCallback: withoutPreamble };
const succeeded = extractApi({ reports: true }, options);
if (!succeeded) {
  console.error('\nIf the change is meant, run "npm run api -- --local" and commit the report with it.');
  process.exit(1);
}

function withoutPreamble(message) {
  if (message.messageId === 'console-preamble') message.handled = true;
}
