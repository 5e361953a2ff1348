/** A task may start more tasks in its group. The block waits for those as well. */
import * as asyncio from 'asyncio-ts';

const LINKS: Record<string, string[]> = {
  home: ['news', 'about'],
  news: ['today', 'yesterday'],
  about: ['home'],
};
const seen = new Set<string>();

type Visit = (group: asyncio.TaskGroup, page: string) => asyncio.Coroutine<void>;

const visit: Visit = asyncio.coroutine(async (group, page) => {
  if (seen.has(page)) return;
  seen.add(page);
  await asyncio.sleep(1);
  console.log(`read ${page}`);
  for (const link of LINKS[page] ?? []) group.create_task(visit(group, link));
});

const main = asyncio.coroutine(async () => {
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(visit(group, 'home'));
  });
  console.log(`${seen.size} pages`);
});

await asyncio.run(main());
