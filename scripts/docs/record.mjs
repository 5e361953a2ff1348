// Writes what the programs of the course print, as CPython prints it: `node scripts/docs/record.mjs learn/coroutines`.
// The programs of other pages are recorded likewise: `node scripts/docs/record.mjs port`.
import { load } from '../../test/conformance/typescript.mjs';

await load('../examples/record.ts').record(process.argv[2]);
