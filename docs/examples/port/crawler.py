"""Crawls a small site: three workers, a queue, two tries for a page, a second for a try."""

import asyncio
from collections import Counter

# Each page: how long the server takes, and the links on the page.
SITE = {
    '/': (0.2, ['/docs', '/blog', '/slow']),
    '/docs': (0.3, ['/docs/start', '/']),
    '/docs/start': (0.1, []),
    '/blog': (0.5, ['/busy', '/docs']),
    '/busy': (0.1, []),
    '/slow': (5.0, []),
}


class FetchError(Exception):
    pass


class Crawler:
    def __init__(self, *, workers=3, tries=2, timeout=1.0):
        self.workers = workers
        self.tries = tries
        self.timeout = timeout
        self.queue = asyncio.Queue()
        self.seen = set()
        self.visits = Counter()
        self.failed = []

    def add(self, path):
        if path not in self.seen:
            self.seen.add(path)
            self.queue.put_nowait(path)

    async def fetch(self, path):
        self.visits[path] += 1
        delay, links = SITE[path]
        await asyncio.sleep(delay)
        if path == '/busy' and self.visits[path] == 1:
            raise FetchError('503')
        return links

    async def fetch_with_retries(self, path):
        for attempt in range(1, self.tries + 1):
            try:
                async with asyncio.timeout(self.timeout):
                    return await self.fetch(path)
            except (FetchError, TimeoutError) as error:
                print(f'{path}: try {attempt} failed, {error!r}')
                if attempt == self.tries:
                    raise
                await asyncio.sleep(0.25 * 2**attempt)

    async def worker(self, name):
        while True:
            path = await self.queue.get()
            try:
                links = await self.fetch_with_retries(path)
                print(f'{name} has {path}, {len(links)} links')
                for link in links:
                    self.add(link)
            except (FetchError, TimeoutError):
                self.failed.append(path)
            finally:
                self.queue.task_done()

    async def crawl(self, start):
        self.add(start)
        tasks = [asyncio.create_task(self.worker(f'worker {n}')) for n in range(self.workers)]
        await self.queue.join()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    crawler = Crawler()
    await crawler.crawl('/')
    print(f'{len(crawler.seen)} pages, failed: {", ".join(crawler.failed)}')
    print(f'{loop.time() - started:.2f} s')


asyncio.run(main())
