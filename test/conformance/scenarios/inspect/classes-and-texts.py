# Classes tell their order of bases, texts are stripped of their indentation.
import asyncio
import inspect


async def main(trace):
    class Base:
        pass

    class Middle(Base):
        pass

    class Last(Middle):
        pass

    trace('order', [cls.__name__ for cls in inspect.getmro(Last)])
    trace('errors', [cls.__name__ for cls in inspect.getmro(asyncio.CancelledError)])
    trace('errors', [cls.__name__ for cls in inspect.getmro(asyncio.QueueFull)])
    trace('class', [inspect.isclass(x) for x in (Base, Base(), asyncio.Task, len, None)])
    trace('function', [inspect.isfunction(x) for x in (main, Base, Base(), 42, None)])
    trace('text', inspect.cleandoc('First line.\n\n    Indented.\n      More.\n    Back.\n'))
    trace('text', inspect.cleandoc('\n    a\n\tb\n\n'), inspect.cleandoc(''), inspect.cleandoc('  one'))
