import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { openSocket } from './socket';

it('goes on when a gateway says that the server behind it is away', async () => {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const server = new WebSocketServer({ server: http });
  let connections = 0;
  server.on('connection', (client) => {
    connections += 1;
    if (connections === 1) return client.close(1011, 'connect ECONNREFUSED');
    client.on('message', (data: Buffer) => {
      const { type, id } = JSON.parse(data.toString()) as { type: string; id?: string };
      const say = (message: object) => client.send(JSON.stringify(message));
      if (type === 'connection_init') say({ type: 'connection_ack' });
      if (type === 'subscribe') say({ type: 'next', id, payload: { data: { unread: 2 } } });
    });
  });
  const { port } = http.address() as AddressInfo;
  Object.assign(globalThis, {
    window: { location: { protocol: 'http:', host: `127.0.0.1:${port}` } },
    document: { cookie: '' },
  });
  const socket = openSocket();
  try {
    const heard = await new Promise((resolve, reject) => {
      socket.subscribe(
        { query: '' },
        { next: ({ data }) => resolve(data), error: reject, complete: () => undefined },
      );
    });
    expect(heard).toEqual({ unread: 2 });
  } finally {
    await socket.dispose();
    server.clients.forEach((client) => client.terminate());
    server.close();
    http.close();
  }
});
