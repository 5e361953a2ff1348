/* global addEventListener, postMessage */
// The other side of `inWorker`: one message is one job.
import './process.js';
import './strays.js';

addEventListener('message', async ({ data: { file, name, args } }) => {
  try {
    const exports = await import(file);
    const value = await exports[name](...args);
    await globalThis.throwStrays();
    postMessage({ value });
  } catch (error) {
    postMessage({ error: String(error?.stack ?? error) });
  }
});
postMessage('ready');
