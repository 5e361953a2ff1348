"""A chat over TCP: each line that somebody writes goes to everybody. Two guests try it out."""

import asyncio


class Chat:
    def __init__(self):
        self.guests = {}

    async def tell_all(self, text):
        writers = list(self.guests.values())
        for writer in writers:
            writer.write(f'{text}\n'.encode())
        # Who doesn't read holds up the chat for a second, no longer.
        async with asyncio.timeout(1):
            drains = (writer.drain() for writer in writers)
            await asyncio.gather(*drains, return_exceptions=True)

    async def serve(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        if not name or name in self.guests:
            writer.write(b'another name, please\n')
            writer.close()
            return
        self.guests[name] = writer
        try:
            await self.tell_all(f'{name} has come')
            async for line in reader:
                await self.tell_all(f'{name}: {line.decode().rstrip()}')
        except ConnectionError:
            pass  # the connection broke: the guest leaves without a word
        finally:
            del self.guests[name]
            writer.close()
            await self.tell_all(f'{name} has left')


class Guest:
    def __init__(self, reader, writer):
        self.reader = reader
        self.writer = writer

    @classmethod
    async def come(cls, address, name):
        guest = cls(*await asyncio.open_connection(*address))
        await guest.say(name)
        return guest

    async def say(self, text):
        self.writer.write(f'{text}\n'.encode())
        await self.writer.drain()

    async def hear(self):
        return (await self.reader.readline()).decode().rstrip()

    async def leave(self):
        self.writer.close()
        await self.writer.wait_closed()


async def main():
    server = await asyncio.start_server(Chat().serve, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    async with server:
        ann = await Guest.come(address, 'ann')
        print('ann hears', await ann.hear())

        ben = await Guest.come(address, 'ben')
        print('ann hears', await ann.hear())
        print('ben hears', await ben.hear())

        impostor = await Guest.come(address, 'ann')
        print('the impostor hears', await impostor.hear())
        await impostor.leave()

        await ben.say('hello, 世界')
        print('ann hears', await ann.hear())
        print('ben hears', await ben.hear())

        await ben.leave()
        print('ann hears', await ann.hear())
        await ann.leave()


asyncio.run(main())
