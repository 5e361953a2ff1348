import { load } from '../typescript.mjs';

await load('faults/command.ts').main(process.argv.slice(2));
