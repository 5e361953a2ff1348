# async with refuses what is no manager, with CPython's words.
class Half:
    __module__ = 'builtins'

    async def __aenter__(self):
        pass


class Sync:
    def __aenter__(self):
        return 42

    async def __aexit__(self, *_):
        pass


class SyncExit:
    async def __aenter__(self):
        pass

    def __aexit__(self, *_):
        return None


async def main(trace):
    for manager in (42, None, Half(), Sync(), SyncExit()):
        try:
            async with manager:
                trace('body')
        except TypeError as error:
            trace('refused', error)
