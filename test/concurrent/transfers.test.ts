/** `transfer`: values that move. */
import * as concurrent from 'asyncio-ts/concurrent';
import { failOnNoise } from '../support/outcomes';
import { useWorkers, workerModule } from '../support/workers';

const { ThreadPoolExecutor, transfer } = concurrent;
useWorkers();
let pool: concurrent.ThreadPoolExecutor;
beforeEach(() => {
  pool = new ThreadPoolExecutor(1);
});
afterEach(() => pool.shutdown());
failOnNoise();

test('an argument moves, and is empty afterwards', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const buffer = new ArrayBuffer(8);
  const sum = (values: Uint8Array, rest: ArrayBuffer): number => values.reduce((x, y) => x + y) + rest.byteLength;
  expect(await pool.submit(sum, transfer(bytes), transfer(buffer)).result()).toBe(14);
  expect([bytes.length, buffer.byteLength]).toEqual([0, 0]);
});

test('parts of an argument move', async () => {
  const image = { width: 2, pixels: new Uint8Array(4) };
  const read = ({ pixels, width }: typeof image): number => pixels.length / width;
  expect(await pool.submit(read, transfer(image, { parts: [image.pixels.buffer] })).result()).toBe(2);
  expect(image.pixels).toHaveLength(0);
});

test('a message port moves both ways', async () => {
  const { port1, port2 } = new (
    require('node:worker_threads') as typeof import('node:worker_threads')
  ).MessageChannel();
  const greet = (port: import('node:worker_threads').MessagePort): void => {
    port.postMessage('hello');
    port.close();
  };
  const heard = new Promise((resolve) => {
    port1.once('message', resolve);
  });
  await pool.submit(greet, transfer(port2)).result();
  expect(await heard).toBe('hello');
  port1.close();
});

test('a result moves', async () => {
  const { make } = workerModule<{ make: () => unknown }>(`
    const { importable, transfer } = asyncio.concurrent;
    let last = null;
    exports.make = importable(__filename, function make() {
      if (last !== null) return last.length;
      last = new Uint8Array(3);
      return transfer(last);
    });`);
  expect(await pool.submit(make).result()).toEqual(new Uint8Array(3));
  expect(await pool.submit(make).result()).toBe(0);
});

test('memory can be shared without moving', async () => {
  const cells = new Int32Array(new SharedArrayBuffer(4));
  await pool.submit((shared: Int32Array) => Atomics.add(shared, 0, 5), cells).result();
  expect(cells[0]).toBe(5);
});
