import { load } from './typescript.mjs';

await load('page.ts').main(process.argv.slice(2));
