// Runs the tests of the core and of compiled code, and the conformance scenarios, in Chromium, in a page and in a worker;
// with a text only the files whose names contain it.
import { needChromium } from './chromium.mjs';

needChromium('the tests of the library in a browser');
const { main } = await import('../test/browser/main.mjs');
process.exit((await main(process.argv[2])) ? 0 : 1);
