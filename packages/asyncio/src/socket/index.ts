/** `asyncio.socket`: what Python's `socket` module has, as far as asyncio needs it. */
export * from './constants.js';
export type { Address, HostAndPort } from './addresses.js';
export { BlockingMethods } from './blocking.js';
export { gaierror, herror } from './errors.js';
export type { OptionValue } from './options.js';
export { socketpair } from './pairs.js';
export { socket } from './socket.js';
export type { SocketOptions } from './socket.js';
export { TransportSocket } from './transport_socket.js';
