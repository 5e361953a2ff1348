/* global addEventListener, postMessage */
// The other side of `inWorker`: one message is one job.
import './process.js';

addEventListener('message', async ({ data: { file, name, args } }) => {
  try {
    const exports = await import(file);
    postMessage({ value: await exports[name](...args) });
  } catch (error) {
    postMessage({ error: String(error?.stack ?? error) });
  }
});
postMessage('ready');
