# What a manager sets as it is entered is seen by the body, and by the tasks that the body makes.
import asyncio
import contextvars


class Setting:
    def __init__(self, var, value):
        self.var = var
        self.value = value

    async def __aenter__(self):
        await asyncio.sleep(0.25)
        self.token = self.var.set(self.value)

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.25)
        self.var.reset(self.token)


async def main(trace):
    user = contextvars.ContextVar('user', default='nobody')

    async def greets(name):
        await asyncio.sleep(0.5)
        trace(name, user.get())

    async def request(name):
        async with Setting(user, name):
            tasks = [asyncio.create_task(greets(f'{name} {i}')) for i in range(2)]
            trace('body', user.get())
        trace('outside', user.get())
        await asyncio.wait(tasks)

    await asyncio.gather(request('Ada'), request('Bob'))
    trace('main', user.get())
