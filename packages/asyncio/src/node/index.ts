/** What the files of workers call; it is in a hidden namespace of the root. */
export { inProcess, inThread } from './worker.js';
