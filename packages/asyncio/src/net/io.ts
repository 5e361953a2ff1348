/** The loop's methods that talk to the operating system. */
import type { IOMethods } from '../core/contract/io.js';
import { connectAcceptedSocket, createConnection, createUnixConnection } from './connections/clients.js';
import { createDatagramEndpoint } from './datagrams/datagrams.js';
import { adding, removing } from './descriptors.js';
import { createServer, createUnixServer } from './connections/listening.js';
import { makeServerTransport } from './connections/making.js';
import { getaddrinfo, getnameinfo } from './common/names.js';
import { sendfile, sockSendfile } from './connections/sendfile.js';
import {
  sockAccept,
  sockConnect,
  sockRecv,
  sockRecvfrom,
  sockRecvfromInto,
  sockRecvInto,
  sockSendall,
  sockSendto,
} from './sockets/sockets.js';
import { startTLS } from './connections/start_tls.js';
import { connectReadPipe, connectWritePipe } from './pipes/pipes.js';
import { subprocessExec, subprocessShell } from './subprocesses/processes.js';
import { addSignalHandler, removeSignalHandler } from './signals.js';

/** All of them, by their names, and what a server makes its transports with. */
export const IO: IOMethods = {
  _make_server_transport: makeServerTransport,
  add_reader: adding('loop.sock_recv(), loop.sock_accept() or loop.connect_read_pipe()'),
  add_writer: adding('loop.sock_sendall(), loop.sock_connect() or loop.connect_write_pipe()'),
  connect_accepted_socket: connectAcceptedSocket,
  add_signal_handler: addSignalHandler,
  connect_read_pipe: connectReadPipe,
  connect_write_pipe: connectWritePipe,
  create_connection: createConnection,
  create_datagram_endpoint: createDatagramEndpoint,
  create_server: createServer,
  create_unix_connection: createUnixConnection,
  create_unix_server: createUnixServer,
  getaddrinfo: getaddrinfo,
  getnameinfo: getnameinfo,
  remove_reader: removing,
  remove_writer: removing,
  sendfile: sendfile,
  sock_accept: sockAccept,
  sock_connect: sockConnect,
  sock_recv: sockRecv,
  sock_recv_into: sockRecvInto,
  sock_recvfrom: sockRecvfrom,
  sock_recvfrom_into: sockRecvfromInto,
  sock_sendall: sockSendall,
  sock_sendfile: sockSendfile,
  sock_sendto: sockSendto,
  start_tls: startTLS,
  remove_signal_handler: removeSignalHandler,
  subprocess_exec: subprocessExec,
  subprocess_shell: subprocessShell,
};
