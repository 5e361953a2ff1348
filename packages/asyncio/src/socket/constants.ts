/**
 * The numbers of Python's `socket` module, as on Linux: programs name them, and they go no further than this library.
 */

/** Any kind of address. @public */
export const AF_UNSPEC = 0;
/** A path in the file system. @public */
export const AF_UNIX = 1;
/** IPv4. @public */
export const AF_INET = 2;
/** IPv6. @public */
export const AF_INET6 = 10;

/** A stream of bytes. @public */
export const SOCK_STREAM = 1;
/** Datagrams. @public */
export const SOCK_DGRAM = 2;

/** The Internet protocol itself. @public */
export const IPPROTO_IP = 0;
/** TCP. @public */
export const IPPROTO_TCP = 6;
/** UDP. @public */
export const IPPROTO_UDP = 17;
/** IPv6. @public */
export const IPPROTO_IPV6 = 41;

/** The level of the options of sockets. @public */
export const SOL_SOCKET = 1;
/** Whether an address that was in use a moment ago may be taken. @public */
export const SO_REUSEADDR = 2;
/** The kind of a socket. @public */
export const SO_TYPE = 3;
/** An error that waits to be told. @public */
export const SO_ERROR = 4;
/** Whether datagrams may go to all. @public */
export const SO_BROADCAST = 6;
/** The size of the system's buffer for sending, in bytes. @public */
export const SO_SNDBUF = 7;
/** The size of the system's buffer for receiving, in bytes. @public */
export const SO_RCVBUF = 8;
/** Whether the system asks now and then whether the peer is still there. @public */
export const SO_KEEPALIVE = 9;
/** Whether several sockets may share an address. @public */
export const SO_REUSEPORT = 15;
/** Over how many routers a packet may go. @public */
export const IP_TTL = 2;
/** Through which interface datagrams to groups are sent. @public */
export const IP_MULTICAST_IF = 32;
/** Over how many routers a datagram to a group may go. @public */
export const IP_MULTICAST_TTL = 33;
/** Whether a datagram to a group is received by its sender as well. @public */
export const IP_MULTICAST_LOOP = 34;
/** Receives what is sent to a group. @public */
export const IP_ADD_MEMBERSHIP = 35;
/** Receives no more of what is sent to a group. @public */
export const IP_DROP_MEMBERSHIP = 36;
/** Whether small pieces are sent at once. @public */
export const TCP_NODELAY = 1;
/** Over how many routers a packet of IPv6 may go. @public */
export const IPV6_UNICAST_HOPS = 16;
/** As `IP_MULTICAST_IF`, for IPv6. @public */
export const IPV6_MULTICAST_IF = 17;
/** As `IP_MULTICAST_TTL`, for IPv6. @public */
export const IPV6_MULTICAST_HOPS = 18;
/** As `IP_MULTICAST_LOOP`, for IPv6. @public */
export const IPV6_MULTICAST_LOOP = 19;
/** As `IP_ADD_MEMBERSHIP`, for IPv6. @public */
export const IPV6_JOIN_GROUP = 20;
/** As `IP_DROP_MEMBERSHIP`, for IPv6. @public */
export const IPV6_LEAVE_GROUP = 21;
/** Whether an IPv6 socket leaves IPv4 alone. @public */
export const IPV6_V6ONLY = 26;

/** The reading side. @public */
export const SHUT_RD = 0;
/** The writing side. @public */
export const SHUT_WR = 1;
/** Both sides. @public */
export const SHUT_RDWR = 2;

/** For a server: no host means all addresses of the machine. @public */
export const AI_PASSIVE = 1;
/** Gives the official name with the first address. @public */
export const AI_CANONNAME = 2;
/** The host is an address in digits. @public */
export const AI_NUMERICHOST = 4;
/** IPv4 addresses as IPv6 ones, where there are no others. @public */
export const AI_V4MAPPED = 8;
/** With `AI_V4MAPPED`: both kinds. @public */
export const AI_ALL = 16;
/** Only kinds of addresses that the machine has itself. @public */
export const AI_ADDRCONFIG = 32;
/** The service is a port in digits. @public */
export const AI_NUMERICSERV = 1024;

/** Gives the host as digits. @public */
export const NI_NUMERICHOST = 1;
/** Gives the service as digits. @public */
export const NI_NUMERICSERV = 2;
/** Only the first part of the name. @public */
export const NI_NOFQDN = 4;
/** Fails if the host has no name. @public */
export const NI_NAMEREQD = 8;
/** The service is one of datagrams. @public */
export const NI_DGRAM = 16;

/** The flags make no sense. @public */
export const EAI_BADFLAGS = -1;
/** There is no such name or service. @public */
export const EAI_NONAME = -2;
/** The name server has no answer now. @public */
export const EAI_AGAIN = -3;
/** The name server has failed. @public */
export const EAI_FAIL = -4;
/** There is no such kind of address. @public */
export const EAI_FAMILY = -6;
/** There is no such kind of socket. @public */
export const EAI_SOCKTYPE = -7;
/** There is no such service for this kind of socket. @public */
export const EAI_SERVICE = -8;
/** The host has no address of this kind. @public */
export const EAI_ADDRFAMILY = -9;

/** How many connections may wait at most. @public */
export const SOMAXCONN = 4096;
