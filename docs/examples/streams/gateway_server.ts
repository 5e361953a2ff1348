import net from 'node:net';
import { WebSocketServer } from 'ws';

const ALLOWED = ['whois.example.org:43'];

new WebSocketServer({ port: 8080 }).on('connection', (page, request) => {
  const { searchParams } = new URL(request.url ?? '', 'ws://gateway');
  const host = searchParams.get('host') ?? '';
  const port = searchParams.get('port') ?? '';
  if (!ALLOWED.includes(`${host}:${port}`)) {
    page.close(1011);
    return;
  }
  const peer = net.connect({ host, port: Number(port), allowHalfOpen: true });
  page.on('message', (data: Buffer) => (data.length > 0 ? peer.write(data) : peer.end()));
  page.on('close', () => peer.destroy());
  peer.on('data', (data) => page.send(data));
  peer.on('end', () => page.send(new Uint8Array(0)));
  peer.on('error', () => page.close(1011));
  peer.on('close', () => page.close(1000));
});
