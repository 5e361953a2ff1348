/** The program that each adapter brings to life. */
import * as asyncio from 'asyncio-ts';
import { directed } from '../other/directed.ts';
import { native } from '../other/native.ts';
import { broken } from './broken.ts';
import { view } from './view.tsx';

// One after the other: static imports that await would run at the same time.
await import('./tasks.ts');
await import('./stream.ts');
await import('./01_generators.ts');
await import('./03_async_await.ts');
await import('./04_run.ts');
await import('./08_future.ts');

async function main(): Promise<void> {
  console.log(`view: ${await view('text')}`);
  console.log(`with the directive: ${String(asyncio.iscoroutine(directed))}, ${await directed}`);
  console.log(`without: ${String(native instanceof Promise)}, ${await native}`);
  try {
    await broken(1);
  } catch (error) {
    const places = (error as Error).stack?.match(/broken\.ts:\d+:\d+/);
    console.log(`broken at ${String(places?.[0])}`);
  }
}

await asyncio.run(main());
