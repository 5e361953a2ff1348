import { load } from '../typescript.mjs';

await load('random/command.ts').main(process.argv.slice(2));
