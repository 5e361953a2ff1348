# Addresses to which the system doesn't even try to connect.
import asyncio
import socket
from kit import attempt_await

NOWHERE = ('255.255.255.255', 9)


async def main(trace):
    loop = asyncio.get_running_loop()

    def connect(label, **kwargs):
        return attempt_await(trace, label, lambda: loop.create_connection(asyncio.Protocol, *NOWHERE, **kwargs))

    await connect('unreachable')
    await connect('unreachable, all errors', all_errors=True)
    await connect('unreachable, happy eyeballs', happy_eyeballs_delay=0.1)
    await connect('unreachable, from here', local_addr=('0.0.0.0', 0))
    await attempt_await(trace, 'streams', lambda: asyncio.open_connection(*NOWHERE))
    for type in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        with socket.socket(socket.AF_INET, type) as sock:
            sock.setblocking(False)
            await attempt_await(trace, f'sock_connect {type:d}', lambda: loop.sock_connect(sock, NOWHERE))
    await attempt_await(
        trace, 'datagrams', lambda: loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=NOWHERE)
    )
