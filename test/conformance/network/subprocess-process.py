# Conversations with children.
import asyncio
import os
import signal
from kit import attempt, attempt_await

PIPE, STDOUT, DEVNULL = asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT, asyncio.subprocess.DEVNULL


async def main(trace, folder):
    run, shell = asyncio.create_subprocess_exec, asyncio.create_subprocess_shell
    process = await run('cat', stdin=PIPE, stdout=PIPE, stderr=PIPE)
    trace('process', process, process.returncode, process.pid > 0)
    trace('streams', process.stdin, process.stdout, process.stderr)
    process.stdin.write(b'a line\nanother\n')
    await process.stdin.drain()
    trace('line', await process.stdout.readline())
    for sig in (1000, -1, 1.5, None):
        attempt(trace, f'signal {sig}', lambda: process.send_signal(sig))
    trace('communicate', await process.communicate(b'the rest'))
    trace('over', process, process.returncode, await process.wait(), await process.wait())
    trace('streams', process.stdin, process.stdout)
    for action in (process.terminate, process.kill, lambda: process.send_signal(15)):
        attempt(trace, 'too late', action)
    await process.stdin.wait_closed()
    process.stdin.write(b'in vain')
    await attempt_await(trace, 'drain', process.stdin.drain)
    trace('again', await process.communicate(b'x'))

    process = await run('sleep', '60')
    trace('no pipes', process.stdin, process.stdout, process.stderr)
    process.send_signal(signal.SIGINT)
    trace('interrupted', await process.wait(), await process.communicate(), await process.communicate(b'x'))
    process = await shell('kill -9 $$')
    trace('kills itself', await process.wait())
    process = await run('sh', '-c', 'exit 300')
    trace('exit code', await process.wait())

    process = await shell("trap '' TERM; echo ready; while :; do sleep 0.05; done", stdout=PIPE)
    await process.stdout.readline()
    process.terminate()
    await attempt_await(trace, 'still there', lambda: asyncio.wait_for(process.wait(), 0.2))
    process.kill()
    trace('gone', await process.wait())

    process = await run('cat', stdin=PIPE, stdout=PIPE)
    await attempt_await(trace, 'text', lambda: process.communicate('text'))
    process.kill()
    await process.wait()
    process = await run('true', stdin=PIPE, stdout=PIPE)
    trace('reads nothing', await process.communicate(bytes(1000000)))
    process = await run('cat', stdin=PIPE, stdout=PIPE)
    output, errors = await process.communicate(b'x' * 3000000)
    trace('much', len(output), output == b'x' * 3000000, errors)
    process = await run('sh', '-c', 'echo out; echo err >&2; echo out', stdout=PIPE, stderr=STDOUT)
    trace('one pipe', await process.communicate(), process.stderr)
    process = await run('cat', stdin=DEVNULL, stdout=PIPE)
    trace('nothing to read', await process.communicate())
    process = await shell('cat; echo "$0" "$A"; pwd', stdin=PIPE, stdout=PIPE, cwd=folder, env={'A': 'b c'})
    trace('shell', await process.communicate(b'in'))
    process = await run('a name', '-c', 'echo "$0"', stdout=PIPE, executable='/bin/sh')
    trace('executable', await process.communicate())

    with open(f'{folder}/file', 'w+b') as file:
        process = await run('sh', '-c', 'echo to the file; echo errors >&2', stdout=file, stderr=STDOUT)
        await process.wait()
        file.seek(0)
        trace('file', file.read())
        file.seek(0)
        process = await run('cat', stdin=file, stdout=PIPE)
        trace('from the file', await process.communicate())
        fd = file.fileno()
        command = f'readlink /proc/self/fd/{fd}'
        process = await run('sh', '-c', command, stdout=PIPE, pass_fds=[fd])
        trace('passed', await process.communicate())
        process = await run('sh', '-c', command, stdout=PIPE)
        trace('not passed', await process.communicate())

    process = await run('sh', '-c', 'echo a; exec sleep 60', stdout=PIPE, limit=16)
    await process.stdout.readline()
    task = asyncio.create_task(process.communicate())
    await asyncio.sleep(0)
    task.cancel()
    await attempt_await(trace, 'cancelled', lambda: task)
    trace('goes on', process.returncode)
    process.kill()
    trace('killed', process.returncode)
    process._transport.close()
    trace('end', await process.wait())

    process = await run('sh', '-c', 'printf %100s x', stdout=PIPE, limit=16)
    await attempt_await(trace, 'limit', process.stdout.readline)
    trace('rest', await process.communicate())
    process = await run('sleep', '60')
    task = asyncio.create_task(process.wait())
    await asyncio.sleep(0)
    task.cancel()
    await attempt_await(trace, 'wait', lambda: task)
    process.kill()
    trace('waits', await asyncio.gather(process.wait(), process.wait()))

    task = asyncio.create_task(run('sleep', '60', stdout=PIPE))
    await asyncio.sleep(0)
    task.cancel()
    await attempt_await(trace, 'start', lambda: task)
