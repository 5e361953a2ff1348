/* global addEventListener, setTimeout */
// Errors that nobody catches in a page or in a worker: whoever calls for a job asks afterwards, and gets them as one error.
const strays = [];

addEventListener('error', ({ error, message }) => strays.push(error?.stack ?? error ?? message));
addEventListener('unhandledrejection', ({ reason }) => strays.push(`unhandled: ${reason?.stack ?? reason}`));

globalThis.throwStrays = async () => {
  // A rejection is reported when the microtasks are over.
  await new Promise((resolve) => setTimeout(resolve));
  if (strays.length > 0) throw new Error(`nobody has caught:\n${strays.splice(0).join('\n')}`);
};
