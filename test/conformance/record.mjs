import { load } from './typescript.mjs';

await load('record.ts').record(process.argv.slice(2));
