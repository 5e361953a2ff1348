import { load } from './typescript.mjs';

await load('page/page.ts').main(process.argv.slice(2));
