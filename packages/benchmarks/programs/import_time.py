import asyncio  # noqa: F401

from bench import print_start

print_start()
