/** Error numbers: their symbols, their texts, and the exception that Python's `OSError` becomes for them. */
import { CLASS_OF_CODE } from './error_codes.js';

// Linux's numbers and glibc's texts; a host with other numbers brings them.
const KNOWN: Readonly<Record<string, readonly [number: number, text: string]>> = {
  EPERM: [1, 'Operation not permitted'],
  ENOENT: [2, 'No such file or directory'],
  ESRCH: [3, 'No such process'],
  EINTR: [4, 'Interrupted system call'],
  EIO: [5, 'Input/output error'],
  ENXIO: [6, 'No such device or address'],
  E2BIG: [7, 'Argument list too long'],
  EBADF: [9, 'Bad file descriptor'],
  ECHILD: [10, 'No child processes'],
  EAGAIN: [11, 'Resource temporarily unavailable'],
  ENOMEM: [12, 'Cannot allocate memory'],
  EACCES: [13, 'Permission denied'],
  EFAULT: [14, 'Bad address'],
  EBUSY: [16, 'Device or resource busy'],
  EEXIST: [17, 'File exists'],
  EXDEV: [18, 'Invalid cross-device link'],
  ENODEV: [19, 'No such device'],
  ENOTDIR: [20, 'Not a directory'],
  EISDIR: [21, 'Is a directory'],
  EINVAL: [22, 'Invalid argument'],
  ENFILE: [23, 'Too many open files in system'],
  EMFILE: [24, 'Too many open files'],
  ENOTTY: [25, 'Inappropriate ioctl for device'],
  ETXTBSY: [26, 'Text file busy'],
  EFBIG: [27, 'File too large'],
  ENOSPC: [28, 'No space left on device'],
  ESPIPE: [29, 'Illegal seek'],
  EROFS: [30, 'Read-only file system'],
  EMLINK: [31, 'Too many links'],
  EPIPE: [32, 'Broken pipe'],
  ERANGE: [34, 'Numerical result out of range'],
  ENAMETOOLONG: [36, 'File name too long'],
  ENOSYS: [38, 'Function not implemented'],
  ENOTEMPTY: [39, 'Directory not empty'],
  ELOOP: [40, 'Too many levels of symbolic links'],
  EPROTO: [71, 'Protocol error'],
  EOVERFLOW: [75, 'Value too large for defined data type'],
  EILSEQ: [84, 'Invalid or incomplete multibyte or wide character'],
  ENOTSOCK: [88, 'Socket operation on non-socket'],
  EDESTADDRREQ: [89, 'Destination address required'],
  EMSGSIZE: [90, 'Message too long'],
  EPROTOTYPE: [91, 'Protocol wrong type for socket'],
  ENOPROTOOPT: [92, 'Protocol not available'],
  EPROTONOSUPPORT: [93, 'Protocol not supported'],
  ESOCKTNOSUPPORT: [94, 'Socket type not supported'],
  ENOTSUP: [95, 'Operation not supported'],
  EAFNOSUPPORT: [97, 'Address family not supported by protocol'],
  EADDRINUSE: [98, 'Address already in use'],
  EADDRNOTAVAIL: [99, 'Cannot assign requested address'],
  ENETDOWN: [100, 'Network is down'],
  ENETUNREACH: [101, 'Network is unreachable'],
  ECONNABORTED: [103, 'Software caused connection abort'],
  ECONNRESET: [104, 'Connection reset by peer'],
  ENOBUFS: [105, 'No buffer space available'],
  EISCONN: [106, 'Transport endpoint is already connected'],
  ENOTCONN: [107, 'Transport endpoint is not connected'],
  ESHUTDOWN: [108, 'Cannot send after transport endpoint shutdown'],
  ETIMEDOUT: [110, 'Connection timed out'],
  ECONNREFUSED: [111, 'Connection refused'],
  EHOSTDOWN: [112, 'Host is down'],
  EHOSTUNREACH: [113, 'No route to host'],
  EALREADY: [114, 'Operation already in progress'],
  EINPROGRESS: [115, 'Operation now in progress'],
  ECANCELED: [125, 'Operation canceled'],
};

/** What is made of a platform's table when it is first asked. */
interface Numbers {
  readonly byCode: ReadonlyMap<string, number>;
  readonly classes: ReadonlyMap<number, string>;
}

let table = linux;
let known: Numbers | null = null;

/** Linux's numbers. */
function linux(): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(KNOWN).map(([code, [value]]) => [code, value]));
}

/** Takes a platform's error numbers by symbol, such as Node's `os.constants.errno`; Linux's hold until then. */
export function setErrorNumbers(platform: () => Readonly<Record<string, number>>): void {
  table = platform;
  known = null;
}

function numbers(): Numbers {
  if (known !== null) return known;
  const byCode = new Map(Object.entries(table()));
  const classes = new Map<number, string>();
  for (const [code, value] of byCode) {
    const name = CLASS_OF_CODE[code];
    if (name !== undefined) classes.set(value, name);
  }
  return (known = { byCode, classes });
}

/** The number of a symbol such as `ENOENT`, or null. */
export function errorNumber(code: string): number | null {
  return numbers().byCode.get(code) ?? null;
}

/** Python's `os.strerror` by symbol, or null if the text isn't known. */
export function errorText(code: string): string | null {
  return KNOWN[code]?.[1] ?? null;
}

/** The name of the class for an error number, or null for plain `OSError`. */
export function classOfErrorNumber(errno: unknown): string | null {
  return numbers().classes.get(typeof errno === 'boolean' ? Number(errno) : (errno as number)) ?? null;
}
