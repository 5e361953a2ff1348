/** `asyncio.subprocess`, as Python's submodule. */
export { DEVNULL, PIPE, STDOUT } from '../net/popen.js';
export { Process } from '../net/process.js';
export { create_subprocess_exec, create_subprocess_shell } from '../net/subprocess.js';
export { SubprocessStreamProtocol } from '../net/subprocess_protocol.js';
