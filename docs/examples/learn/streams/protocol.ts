/** The same from below: a protocol is told what comes, byte by byte if need be. */
import * as asyncio from 'asyncio-ts';

class Lines extends asyncio.Protocol {
  #rest = '';

  override connection_made() {
    console.log('connected');
  }

  override data_received(data: Uint8Array) {
    const lines = (this.#rest + new TextDecoder().decode(data)).split('\n');
    this.#rest = lines.pop()!;
    for (const line of lines) console.log(`a line: ${asyncio.repr(line)}`);
  }

  override connection_lost() {
    console.log(`gone, with ${asyncio.repr(this.#rest)} left over`);
  }
}

// An event loop does this when something comes from the network.
const protocol = new Lines();
protocol.connection_made();
for (const piece of ['Twinkle, tw', 'inkle,\nlittle', ' star\nHow I won', 'der']) {
  protocol.data_received(new TextEncoder().encode(piece));
}
protocol.connection_lost();
