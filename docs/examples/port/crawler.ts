/** Crawls a small site: three workers, a queue, two tries for a page, a second for a try. */
import * as asyncio from 'asyncio-ts';

// Each page: how long the server takes, and the links on the page.
const SITE: Record<string, [delay: number, links: string[]]> = {
  '/': [0.2, ['/docs', '/blog', '/slow']],
  '/docs': [0.3, ['/docs/start', '/']],
  '/docs/start': [0.1, []],
  '/blog': [0.5, ['/busy', '/docs']],
  '/busy': [0.1, []],
  '/slow': [5.0, []],
};

class FetchError extends asyncio.Exception {}

class Crawler {
  readonly workers: number;
  readonly tries: number;
  readonly timeout: number;
  readonly queue = new asyncio.Queue<string>();
  readonly seen = new Set<string>();
  readonly visits = new Map<string, number>();
  readonly failed: string[] = [];

  constructor({ workers = 3, tries = 2, timeout = 1.0 } = {}) {
    this.workers = workers;
    this.tries = tries;
    this.timeout = timeout;
  }

  add(path: string) {
    if (!this.seen.has(path)) {
      this.seen.add(path);
      this.queue.put_nowait(path);
    }
  }

  fetch = asyncio.coroutine(async (path: string) => {
    const visit = (this.visits.get(path) ?? 0) + 1;
    this.visits.set(path, visit);
    const [delay, links] = SITE[path]!;
    await asyncio.sleep(delay);
    if (path === '/busy' && visit === 1) throw new FetchError('503');
    return links;
  });

  fetch_with_retries = asyncio.coroutine(async (path: string): Promise<string[]> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await asyncio.async_with(asyncio.timeout(this.timeout), async () => {
          return await this.fetch(path);
        });
      } catch (error) {
        if (!(error instanceof FetchError || error instanceof asyncio.TimeoutError)) throw error;
        console.log(`${path}: try ${attempt} failed, ${asyncio.repr(error)}`);
        if (attempt === this.tries) throw error;
        await asyncio.sleep(0.25 * 2 ** attempt);
      }
    }
  });

  worker = asyncio.coroutine(async (name: string) => {
    while (true) {
      const path = await this.queue.get();
      try {
        const links = await this.fetch_with_retries(path);
        console.log(`${name} has ${path}, ${links.length} links`);
        for (const link of links) this.add(link);
      } catch (error) {
        if (!(error instanceof FetchError || error instanceof asyncio.TimeoutError)) throw error;
        this.failed.push(path);
      } finally {
        this.queue.task_done();
      }
    }
  });

  crawl = asyncio.coroutine(async (start: string) => {
    this.add(start);
    const tasks: asyncio.Task<never>[] = [];
    for (let n = 0; n < this.workers; n++) {
      tasks.push(asyncio.create_task(this.worker(`worker ${n}`)));
    }
    await this.queue.join();
    for (const task of tasks) task.cancel();
    await asyncio.gather(...tasks, { return_exceptions: true });
  });
}

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  const crawler = new Crawler();
  await crawler.crawl('/');
  console.log(`${crawler.seen.size} pages, failed: ${crawler.failed.join(', ')}`);
  console.log(`${(loop.time() - started).toFixed(2)} s`);
});

await asyncio.run(main());
