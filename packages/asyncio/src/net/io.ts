/** The loop's methods that talk to the operating system. */
import type { IOMethods } from '../core/contract/io.js';
import { connectAcceptedSocket, createConnection, createUnixConnection } from './clients.js';
import { createDatagramEndpoint } from './datagrams.js';
import { adding, removing } from './descriptors.js';
import { createServer, createUnixServer } from './listening.js';
import { makeServerTransport } from './making.js';
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
