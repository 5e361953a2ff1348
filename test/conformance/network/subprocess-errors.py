# What can't be started, and which keywords are refused.
import asyncio
import os
from kit import attempt_await

PIPE, STDOUT, DEVNULL = asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT, asyncio.subprocess.DEVNULL


async def main(trace, folder):
    loop = asyncio.get_running_loop()
    script = f'{folder}/script'
    with open(script, 'w') as file:
        file.write('text')

    async def attempt(label, *command, **keywords):
        try:
            process = await asyncio.create_subprocess_exec(*command, **keywords)
            trace(label, await process.wait())
        except BaseException as error:
            trace(label, error, str(error), getattr(error, 'filename', None), getattr(error, 'errno', None))

    await attempt('no program', 'there-is-no-such-program')
    await attempt('no program at', './nowhere/program', 'argument')
    await attempt('no name', '')
    await attempt('not to be run', script)
    await attempt('a folder', folder)
    await attempt('no folder', 'true', cwd=f'{folder}/nowhere')
    await attempt('not a folder', 'true', cwd=script)
    await attempt('another program', 'true', executable='there-is-no-such-program')
    await attempt('a number', 5)
    await attempt('a number', 'true', 5)
    await attempt('none', 'true', None)
    await attempt('bytes', b'true', b'argument')
    await attempt('null', 'true', 'a\0b')
    await attempt('null', 'tr\0ue')
    await attempt('env', 'true', env={'A': 1})
    await attempt('env', 'true', env={'A=B': '1'})
    await attempt('env', 'true', env={'A': '1\0'})
    await attempt('env', 'true', env=5)
    await attempt('env', '/bin/sh', '-c', 'exit $CODE', env={'CODE': '7'})
    for keywords in (
        {'universal_newlines': True}, {'shell': True}, {'bufsize': 1}, {'text': True}, {'encoding': 'utf-8'},
        {'errors': 'strict'}, {'unknown': 1}, {'stdout': STDOUT}, {'stdin': STDOUT}, {'stdin': -9}, {'stdin': 987},
        {'stdin': 'x'}, {'stderr': STDOUT}, {'startupinfo': 1}, {'creationflags': 1}, {'pass_fds': [987]},
        {'pass_fds': [-1]}, {'pass_fds': 5}, {'user': -1}, {'user': 1.5}, {'group': -1}, {'group': 1.5},
        {'extra_groups': 'x'}, {'pipesize': 'x'}, {'start_new_session': True}, {'cwd': 5}, {'executable': 5},
        {'close_fds': True, 'restore_signals': True, 'umask': -1, 'pipesize': -1, 'process_group': None},
    ):
        await attempt(repr(keywords), 'true', **keywords)

    async def shell(label, *args, **keywords):
        await attempt_await(trace, label, lambda: loop.subprocess_shell(asyncio.SubprocessProtocol, *args, **keywords))

    await shell('a number', 5)
    await shell('null', 'a\0')
    await shell('no shell', 'true', shell=False)
    await shell('bufsize', 'true', bufsize=1)
    await shell('two', 'true', 'false')
    await shell('none')
    await attempt_await(trace, 'exec', lambda: loop.subprocess_exec(asyncio.SubprocessProtocol))
    await attempt_await(trace, 'create', lambda: asyncio.create_subprocess_shell())
    await attempt_await(trace, 'create', lambda: asyncio.create_subprocess_exec())

    def failing():
        raise ValueError('no protocol')

    await attempt_await(trace, 'factory', lambda: loop.subprocess_exec(failing, 'there-is-no-such-program'))
