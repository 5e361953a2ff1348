/** Connections through a gateway, where the platform makes none. */
import { NotImplementedError } from '../../builtins/exceptions.js';
import type { ByteStream } from '../../host/network.js';
import { gatewayOfNetwork } from '../../host/network_registry.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { outcome } from '../common/outcome.js';

/** A connection by the gateway; null where the platform connects by itself. */
export function* connectByGateway(
  loop: AbstractEventLoop,
  host: string | null,
  port: number | string | null,
  hasLocal: boolean,
): Gen<ByteStream | null> {
  const found = gatewayOfNetwork();
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
