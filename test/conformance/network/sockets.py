# The methods of the loop for sockets of a program's own.
import asyncio
import socket
from kit import attempt_await


async def main(trace):
    loop = asyncio.get_running_loop()
    listening = socket.socket()
    listening.setblocking(False)
    listening.bind(('127.0.0.1', 0))
    listening.listen()
    place = listening.getsockname()

    client = socket.socket()
    client.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(listening))
    trace('connect', await loop.sock_connect(client, place))
    server, peer = await accepting
    trace('accepted', peer == client.getsockname(), client.getpeername() == place)
    trace('sendall', await loop.sock_sendall(client, b'hello'))
    trace('recv', await loop.sock_recv(server, 3), await loop.sock_recv(server, 100))
    buffer = bytearray(4)
    await loop.sock_sendall(server, b'answer')
    trace('recv_into', await loop.sock_recv_into(client, buffer), bytes(buffer), await loop.sock_recv(client, 10))
    trace('nothing', await loop.sock_recv(client, 0), await loop.sock_sendall(client, b''))

    task = asyncio.create_task(loop.sock_recv(server, 10))
    await asyncio.sleep(0)
    task.cancel()
    await attempt_await(trace, 'cancelled', lambda: task)
    await loop.sock_sendall(client, b'still there')
    trace('after', await loop.sock_recv(server, 100))

    client.shutdown(socket.SHUT_WR)
    trace('end', await loop.sock_recv(server, 10), await loop.sock_recv(server, 10))
    await loop.sock_sendall(server, b'x')
    trace('half', await loop.sock_recv(client, 10))
    await attempt_await(trace, 'shut', lambda: loop.sock_sendall(client, b'x'))
    client.close()
    await attempt_await(trace, 'closed', lambda: loop.sock_recv(client, 10))
    server.close()
    listening.close()

    client = socket.socket()
    client.setblocking(False)
    await attempt_await(trace, 'unconnected', lambda: loop.sock_sendall(client, b'x'))
    await attempt_await(trace, 'refused', lambda: loop.sock_connect(client, ('127.0.0.1', 1)))
    await attempt_await(trace, 'no address', lambda: loop.sock_connect(client, 5))
    client.close()

    ours, theirs = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
    for each in (ours, theirs):
        each.setblocking(False)
        each.bind(('127.0.0.1', 0))
    trace('sendto', await loop.sock_sendto(ours, b'datagram', theirs.getsockname()))
    data, sender = await loop.sock_recvfrom(theirs, 100)
    trace('recvfrom', data, sender == ours.getsockname())
    await loop.sock_sendto(ours, b'datagram', theirs.getsockname())
    count, sender = await loop.sock_recvfrom_into(theirs, buffer, 4)
    trace('recvfrom_into', count, bytes(buffer), sender == ours.getsockname())
    ours.close()
    theirs.close()
