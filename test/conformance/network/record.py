"""Runs the Python programs of this folder with CPython and writes down what they print.

python3.13 test/conformance/network/record.py [name…]

The programs talk to themselves over real sockets, so a loop with a real clock runs them. What differs from run to run is
made equal: descriptors, processes, ports, addresses, folders.
"""
import asyncio
import importlib.util
import logging
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))


def normalised(text, folder):
    text = text.replace(str(folder), 'FOLDER')
    text = re.sub(r'\bfd=\d+', 'fd=N', text)
    text = re.sub(r'\bpid=\d+|(<Process) \d+', lambda found: f'{found[1] or "pid"} N', text)
    text = re.sub(r"('(?:127\.0\.0\.1|::1|0\.0\.0\.0)', )(?!0\b)\d+", r'\1PORT', text)
    text = re.sub(r'<\w+\.\w+: (\d+)>', r'\1', text)
    text = re.sub(r'0x[0-9a-f]+', '0x…', text)
    text = re.sub(r'(\w+\.)*\w+\.<locals>\.', '', text)
    text = re.sub(r',? (defined |created )?at [^\s,>\]]+:\d+', '', text)
    return text.replace('\n', ' | ')


class Recorder(logging.Handler):
    def __init__(self, folder):
        super().__init__()
        self.folder = folder
        self.lines = []

    def write(self, text):
        self.lines.append(normalised(text, self.folder))

    def trace(self, *values):
        first, *rest = values
        self.write(' '.join([first if isinstance(first, str) else repr(first), *map(repr, rest)]))

    def emit(self, record):
        text = f'log {record.levelname}: {record.getMessage()}'
        if record.exc_info and record.exc_info[1] is not None:
            text += f'\nexc_info: {record.exc_info[1]!r}'
        self.write(text)


def record(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with tempfile.TemporaryDirectory() as folder:
        recorder = Recorder(folder)
        logger = logging.getLogger('asyncio')
        logger.addHandler(recorder)
        logger.propagate = False
        logger.setLevel(logging.WARNING)
        try:
            arguments = (recorder.trace, folder) if module.main.__code__.co_argcount == 2 else (recorder.trace,)
            recorder.write(f'returned {asyncio.run(module.main(*arguments))!r}')
        except BaseException as error:
            recorder.write(f'raised {error!r}')
        finally:
            logger.removeHandler(recorder)
    path.with_suffix('.trace').write_text('\n'.join(recorder.lines) + '\n')


names = sys.argv[1:]
for program in sorted(HERE.glob('*.py')):
    if program.name not in ('record.py', 'kit.py') and (not names or program.stem in names):
        record(program)
print(f'recorded with CPython {sys.version.split()[0]}')
