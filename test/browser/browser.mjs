/* global Worker */
// Chromium, and how code of the tests is called in a page or in a worker of one.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { chromium } from 'playwright-core';

const FOLDER = import.meta.dirname;

/** Files that are served as they are. */
const OWN = new Set(['/process.js', '/strays.js', '/worker.js']);

/** Serves the bundle, and starts the browser. */
export async function start(folder, executablePath, args) {
  const server = createServer(({ url = '/' }, response) => {
    if (url === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      const scripts = '<script src="/process.js"></script><script src="/strays.js"></script>';
      response.end(`<!doctype html><title>tests</title>${scripts}`);
      return;
    }
    const file = (OWN.has(url) ? FOLDER : folder) + url;
    const isThere = existsSync(file);
    response.writeHead(isThere ? 200 : 404, {
      'content-type': 'text/javascript; charset=utf-8',
      // Jest is large: what the browser has compiled once it keeps.
      'cache-control': 'max-age=600',
    });
    response.end(isThere ? readFileSync(file) : '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({ executablePath, headless: true, args });
  const context = await browser.newContext();
  return {
    /** A realm in which exports of the bundle are called. */
    async realm(kind) {
      const page = await context.newPage();
      await page.goto(address);
      if (kind === 'worker') await page.evaluate(openWorker);
      return {
        call: (file, name, ...args) => page.evaluate(kind === 'worker' ? inWorker : inPage, { file, name, args }),
        close: () => page.close(),
      };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

const inPage = async ({ file, name, args }) => {
  const exports = await import(file);
  const value = await exports[name](...args);
  await globalThis.throwStrays();
  return value;
};

const openWorker = () =>
  new Promise((resolve) => {
    globalThis.testWorker = new Worker('/worker.js', { type: 'module' });
    globalThis.testWorker.onmessage = () => resolve(null);
  });

const inWorker = (job) =>
  new Promise((resolve, reject) => {
    globalThis.testWorker.onmessage = ({ data: { value, error } }) =>
      error === undefined ? resolve(value) : reject(new Error(error));
    globalThis.testWorker.onerror = ({ message }) => reject(new Error(message));
    globalThis.testWorker.postMessage(job);
  });
