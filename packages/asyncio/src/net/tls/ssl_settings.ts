/** What TLS on a connection is told, from the arguments of a program. */
import { AttributeError, ValueError } from '../../builtins/exceptions.js';
import { repr, typeName } from '../../builtins/repr.js';
import type { SecureOptions } from '../../host/tls.js';
import { partOfNetwork } from '../../host/network_registry.js';
import { SSL_HANDSHAKE_TIMEOUT, SSL_SHUTDOWN_TIMEOUT } from '../../core/common/constants.js';
import { isFatal } from '../../core/common/exceptions.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { ipVersion } from '../../socket/addresses.js';
import { CERT_NONE, CERT_REQUIRED, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER } from '../../ssl/constants.js';
import { SSLContext } from '../../ssl/context.js';
import { create_default_context } from '../../ssl/default_context.js';
import { SSLError } from '../../ssl/errors.js';
import type { SSLObject } from '../../ssl/ssl_object.js';
import type { TLSOptions } from './tls_options.js';

export interface SSLSettings {
  readonly loop: AbstractEventLoop;
  readonly context: SSLContext;
  readonly isServer: boolean;
  /** The name that the server's certificate has to bear; null if it doesn't matter. */
  readonly hostname: string | null;
  readonly handshakeTimeout: number;
  /** As Python writes it: the usual one is a number with a point. */
  readonly handshakeTimeoutText: string;
  readonly shutdownTimeout: number;
}

/** Checks the arguments, and fills in what wasn't given. */
export function sslSettings(loop: AbstractEventLoop, options: TLSOptions): SSLSettings {
  const { ssl, isServer } = options;
  checkTimeout('ssl_handshake_timeout', options.handshakeTimeout);
  checkTimeout('ssl_shutdown_timeout', options.shutdownTimeout);
  const hostname = isServer || options.hostname === '' ? null : options.hostname;
  if (ssl !== true && !(ssl instanceof SSLContext)) {
    throw new AttributeError(`'${typeName(ssl)}' object has no attribute 'wrap_bio'`);
  }
  const context = ssl === true ? usualContext(isServer, hostname) : ssl;
  const wrong = isServer ? PROTOCOL_TLS_CLIENT : PROTOCOL_TLS_SERVER;
  if (context.protocol === wrong) {
    const [side, kind] = isServer ? ['server', 'CLIENT'] : ['client', 'SERVER'];
    throw new SSLError(0, `Cannot create a ${side} socket with a PROTOCOL_TLS_${kind} context`);
  }
  if (hostname?.startsWith('.') === true) {
    throw new ValueError('server_hostname cannot be an empty string or start with a leading dot.');
  }
  return {
    loop,
    context,
    isServer,
    hostname: hostname === null || ipVersion(hostname) !== 0 ? hostname : partOfNetwork('tls').domain(hostname),
    handshakeTimeout: options.handshakeTimeout ?? SSL_HANDSHAKE_TIMEOUT,
    handshakeTimeoutText: String(options.handshakeTimeout ?? SSL_HANDSHAKE_TIMEOUT.toFixed(1)),
    shutdownTimeout: options.shutdownTimeout ?? SSL_SHUTDOWN_TIMEOUT,
  };
}

function checkTimeout(name: string, value: number | null): void {
  if (value !== null && !(value > 0)) throw new ValueError(`${name} should be a positive number, got ${repr(value)}`);
}

function usualContext(isServer: boolean, hostname: string | null): SSLContext {
  if (isServer) throw new ValueError('Server side SSL needs a valid SSLContext');
  const context = create_default_context();
  if (hostname === null) context.check_hostname = false;
  return context;
}

/** Who is told what the platform tells. */
export interface Told {
  /** Calls back in a handle of the loop. */
  later(callback: () => void): void;
  readonly secured: SecureOptions['secured'];
  /** The callback for names doesn't want the connection. */
  refused(): void;
}

/** What the platform is told. */
export function secureOptions(settings: SSLSettings, object: SSLObject<SSLContext>, told: Told): SecureOptions {
  const { context, isServer, hostname } = settings;
  const mode = context.verify_mode;
  const keyLog = context.keylog_filename;
  return {
    context: context._context,
    isServer,
    serverName: hostname === null || ipVersion(hostname) !== 0 ? null : hostname,
    protocols: context._protocols,
    asks: mode === CERT_NONE ? 'never' : mode === CERT_REQUIRED ? 'always' : 'maybe',
    named: isServer && context.sni_callback !== null ? namedBy(settings, object, told) : null,
    keys:
      keyLog === null
        ? null
        : (line) => {
            partOfNetwork('tls').append(keyLog, line);
          },
    secured: told.secured,
  };
}

/** Asks the program's callback, in a handle, which context is for a name. */
function namedBy({ loop, context }: SSLSettings, object: SSLObject<SSLContext>, told: Told): SecureOptions['named'] {
  return (name, answer) => {
    told.later(() => {
      let alert: unknown;
      try {
        alert = context.sni_callback?.(object, name, context) ?? null;
      } catch (exception) {
        if (isFatal(exception)) throw exception;
        loop.call_exception_handler({ message: 'Exception ignored in sni_callback', exception });
        alert = exception;
      }
      if (alert === null) answer(object.context === context ? null : object.context._context);
      else told.refused();
    });
  };
}
