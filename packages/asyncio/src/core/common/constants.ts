/** Numbers the loop is built around, under the names and with the values of CPython's `asyncio.constants`. */

/** Frames kept of the stack at which a future, task, handle or coroutine was made in debug mode. @public */
export const DEBUG_STACK_DEPTH: number = 10;

/** Seconds that a TLS handshake may take before the connection is given up. @public */
export const SSL_HANDSHAKE_TIMEOUT: number = 60.0;

/** Seconds that the closing of a TLS connection may take. @public */
export const SSL_SHUTDOWN_TIMEOUT: number = 30.0;

/** Bytes sent at a time where a file can't be sent by the system itself. @public */
export const SENDFILE_FALLBACK_READBUFFER_SIZE: number = 1024 * 256;

/** KiB that a TLS transport buffers before it pauses its protocol. @public */
export const FLOW_CONTROL_HIGH_WATER_SSL_READ: number = 256;

/** KiB that a TLS transport buffers for writing before it pauses its protocol. @public */
export const FLOW_CONTROL_HIGH_WATER_SSL_WRITE: number = 512;

/** Seconds that `run` waits for the threads of the default executor. @public */
export const THREAD_JOIN_TIMEOUT: number = 300;

/** Failed `accept` calls after which a server logs. @public */
export const ACCEPT_RETRY_DELAY: number = 1;

/** Writes to a lost connection after which a warning is logged. @public */
export const LOG_THRESHOLD_FOR_CONNLOST_WRITES: number = 5;
