"""The same from below: a protocol is told what comes, byte by byte if need be."""

import asyncio


class Lines(asyncio.Protocol):
    def connection_made(self, transport):
        print('connected')
        self.rest = ''

    def data_received(self, data):
        *lines, self.rest = (self.rest + data.decode()).split('\n')
        for line in lines:
            print(f'a line: {line!r}')

    def connection_lost(self, error):
        print(f'gone, with {self.rest!r} left over')


# An event loop does this when something comes from the network.
protocol = Lines()
protocol.connection_made(asyncio.Transport())
for piece in b'Twinkle, tw', b'inkle,\nlittle', b' star\nHow I won', b'der':
    protocol.data_received(piece)
protocol.connection_lost(None)
