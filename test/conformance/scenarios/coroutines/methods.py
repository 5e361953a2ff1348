# Coroutine methods know their object, across awaits, inheritance and super calls.
import asyncio


async def main(trace):
    class Base:
        def __init__(self, name):
            self.name = name

        async def hello(self, greeting):
            await asyncio.sleep(0)
            return f'{greeting} {self.name}'

        async def twice(self):
            return [await self.hello('first'), await self.hello('second')]

    class Derived(Base):
        async def hello(self, greeting):
            text = await super().hello(greeting.upper())
            return text + '!'

    trace('base', await Base('base').twice())
    trace('derived', await Derived('derived').twice())
    method = Derived('bound').hello
    trace('bound', await asyncio.create_task(method('as a task')))
