/** Connections through a gateway, where the platform makes none. */
import { NotImplementedError } from '../../builtins/exceptions.js';
import type { ByteStream, Gateway } from '../../host/network.js';
import { platformNetwork, urlOfGateway } from '../../host/network_registry.js';
import { webSockets } from '../../host/websockets.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { outcome } from '../common/outcome.js';

/** The gateway; null where none is needed, or where there is nothing to reach it by. */
function findGateway(): { readonly gateway: Gateway; readonly url: string } | null {
  const { webSockets: scope = null, reason } = platformNetwork();
  const gateway = scope === null ? null : webSockets(scope);
  if (gateway === null) return null;
  const url = urlOfGateway();
  if (url === null) {
    throw new NotImplementedError(`${reason}; set_gateway(url) names a WebSocket server that connects instead`);
  }
  return { gateway, url };
}

/** A connection by the gateway; null where the platform connects by itself. */
export function* connectByGateway(
  loop: AbstractEventLoop,
  host: string | null,
  port: number | string | null,
  hasLocal: boolean,
): Gen<ByteStream | null> {
  const found = findGateway();
  if (found === null) return null;
  if (hasLocal) throw new NotImplementedError('the gateway chooses the local address of the connection');
  return yield* outcome<ByteStream>(
    loop,
    (done) => found.gateway.connect(found.url, host ?? 'localhost', String(port ?? 0), done),
    (stream) => {
      stream.destroy();
    },
  );
}
