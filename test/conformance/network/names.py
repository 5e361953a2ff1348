# Names and addresses.
import asyncio
import socket
from kit import attempt_await


async def main(trace):
    loop = asyncio.get_running_loop()

    def ask(label, *args, **kwargs):
        return attempt_await(trace, label, lambda: loop.getaddrinfo(*args, **kwargs))

    stream = {'type': socket.SOCK_STREAM}
    await ask('address', '127.0.0.1', 80, **stream)
    await ask('IPv6', '::1', 80, **stream)
    await ask('datagrams', '127.0.0.1', 53, type=socket.SOCK_DGRAM)
    await ask('protocol', '127.0.0.1', 53, proto=socket.IPPROTO_UDP)
    await ask('service', '127.0.0.1', 'http', **stream)
    await ask('digits', '127.0.0.1', '8080', **stream)
    await ask('no service', '127.0.0.1', 'no-such-service', **stream)
    await ask('no service in digits', '127.0.0.1', 'http', flags=socket.AI_NUMERICSERV, **stream)
    await ask('this machine', None, 80, **stream)
    await ask('all of this machine', None, 80, flags=socket.AI_PASSIVE, **stream)
    await ask('IPv4 of this machine', None, 80, family=socket.AF_INET, **stream)
    await ask('wrong family', '127.0.0.1', 80, family=socket.AF_INET6, **stream)
    await ask('no family', '127.0.0.1', 80, family=99, **stream)
    await ask('no type', '127.0.0.1', 80, type=99)
    await ask('nothing', None, None, **stream)
    await ask('no name', 'nothing.invalid', 80, **stream)
    await ask('name in digits', 'localhost', 80, flags=socket.AI_NUMERICHOST, **stream)
    await ask('canonical', '127.0.0.1', 80, flags=socket.AI_CANONNAME, **stream)
    await ask('negative', '127.0.0.1', -1, **stream)
    await ask('too large', '127.0.0.1', 70000, **stream)
    await ask('a float', '127.0.0.1', 80.5, **stream)
    await ask('a number', 5, 80, **stream)
    await ask('no port', '127.0.0.1', None, **stream)
    digits = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV
    for label, args in (('digits', (('127.0.0.1', 80), digits)), ('service', (('127.0.0.1', 80), socket.NI_NUMERICHOST)),
                        ('a name', (('localhost', 80),)), ('no tuple', ('127.0.0.1',)), ('IPv6', (('::1', 80), digits))):
        await attempt_await(trace, label, lambda: loop.getnameinfo(*args))
