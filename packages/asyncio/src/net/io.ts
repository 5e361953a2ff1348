/** The loop's methods that talk to the operating system. */
import type { IOMethods } from '../core/io.js';
import { connectAcceptedSocket, createConnection, createUnixConnection } from './clients.js';
import { createDatagramEndpoint } from './datagrams.js';
import { adding, removing } from './descriptors.js';
import { ioCoroutine as coroutine } from './io_coroutine.js';
import { createServer, createUnixServer } from './listening.js';
import { getaddrinfo, getnameinfo } from './names.js';
import { sendfile, sockSendfile } from './sendfile.js';
import {
  sockAccept,
  sockConnect,
  sockRecv,
  sockRecvfrom,
  sockRecvfromInto,
  sockRecvInto,
  sockSendall,
  sockSendto,
} from './sockets.js';
import { startTLS } from './start_tls.js';
import { connectReadPipe, connectWritePipe } from './pipes.js';
import { subprocessExec, subprocessShell } from './processes.js';
import { addSignalHandler, removeSignalHandler } from './signals.js';

const SELECTOR = 'BaseSelectorEventLoop';
const UNIX = '_UnixSelectorEventLoop';

/** All of them, by their names. */
export const IO: IOMethods = {
  add_reader: adding('add_reader', 'loop.sock_recv(), loop.sock_accept() or loop.connect_read_pipe()'),
  add_writer: adding('add_writer', 'loop.sock_sendall(), loop.sock_connect() or loop.connect_write_pipe()'),
  connect_accepted_socket: coroutine('connect_accepted_socket', connectAcceptedSocket),
  add_signal_handler: addSignalHandler,
  connect_read_pipe: coroutine('connect_read_pipe', connectReadPipe),
  connect_write_pipe: coroutine('connect_write_pipe', connectWritePipe),
  create_connection: coroutine('create_connection', createConnection),
  create_datagram_endpoint: coroutine('create_datagram_endpoint', createDatagramEndpoint),
  create_server: coroutine('create_server', createServer),
  create_unix_connection: coroutine('create_unix_connection', createUnixConnection, UNIX),
  create_unix_server: coroutine('create_unix_server', createUnixServer, UNIX),
  getaddrinfo: coroutine('getaddrinfo', getaddrinfo),
  getnameinfo: coroutine('getnameinfo', getnameinfo),
  remove_reader: removing('remove_reader'),
  remove_writer: removing('remove_writer'),
  sendfile: coroutine('sendfile', sendfile),
  sock_accept: coroutine('sock_accept', sockAccept, SELECTOR),
  sock_connect: coroutine('sock_connect', sockConnect, SELECTOR),
  sock_recv: coroutine('sock_recv', sockRecv, SELECTOR),
  sock_recv_into: coroutine('sock_recv_into', sockRecvInto, SELECTOR),
  sock_recvfrom: coroutine('sock_recvfrom', sockRecvfrom, SELECTOR),
  sock_recvfrom_into: coroutine('sock_recvfrom_into', sockRecvfromInto, SELECTOR),
  sock_sendall: coroutine('sock_sendall', sockSendall, SELECTOR),
  sock_sendfile: coroutine('sock_sendfile', sockSendfile),
  sock_sendto: coroutine('sock_sendto', sockSendto, SELECTOR),
  start_tls: coroutine('start_tls', startTLS),
  remove_signal_handler: removeSignalHandler,
  subprocess_exec: coroutine('subprocess_exec', subprocessExec),
  subprocess_shell: coroutine('subprocess_shell', subprocessShell),
};
