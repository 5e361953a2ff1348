// Compares the built package and its API model with Python's public names, member by member: whether each exists, is of
// Python's kind, takes Python's arguments in Python's ways, is called by a test, and is documented.
import { pathToFileURL } from 'node:url';
import { checkCoverage } from './api-coverage/coverage.mjs';
import { printSummary } from './api-coverage/summary.mjs';
import { library } from './shell.mjs';

const built = await import(pathToFileURL(`${library}/dist/index.mjs`));
const result = await checkCoverage(built);
printSummary(result);
process.exit(result.problems.length === 0 ? 0 : 1);
