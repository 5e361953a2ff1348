/** `asyncio.subprocess`, as Python's submodule. */
export { DEVNULL, PIPE, STDOUT } from '../net/subprocesses/popen.js';
export { Process } from '../net/subprocesses/process.js';
export { create_subprocess_exec, create_subprocess_shell } from '../net/subprocesses/subprocess.js';
export { SubprocessStreamProtocol } from '../net/subprocesses/subprocess_protocol.js';
