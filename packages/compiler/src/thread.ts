/** What Node loads into its thread for hooks. */
export { initialize, load, resolve } from './node/thread.js';
