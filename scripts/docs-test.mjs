// Tests the built site in Chromium.
import { needChromium } from './chromium.mjs';
import { root, succeeds, tool } from './shell.mjs';

needChromium('the tests of the site in a browser');
const jest = ['--config', `${root}/test/site/jest.config.cjs`, ...process.argv.slice(2)];
process.exit(succeeds(tool('jest'), jest) ? 0 : 1);
