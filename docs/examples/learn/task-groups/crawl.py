"""A task may start more tasks in its group. The block waits for those as well."""

import asyncio

LINKS = {'home': ['news', 'about'], 'news': ['today', 'yesterday'], 'about': ['home']}
seen = set()


async def visit(group, page):
    if page in seen:
        return
    seen.add(page)
    await asyncio.sleep(1)
    print(f'read {page}')
    for link in LINKS.get(page, []):
        group.create_task(visit(group, link))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(visit(group, 'home'))
    print(f'{len(seen)} pages')


asyncio.run(main())
