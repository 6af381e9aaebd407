import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicFetch } from './public-fetch.js';

let server: Server;
let host: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/moved') return response.writeHead(302, { location: '/' }).end();
    if (request.url === '/large') return response.end(Buffer.alloc(4 * 1024 * 1024 + 1));
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => response.end(`${request.method} ${Buffer.concat(chunks).toString()}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it('sends and answers as fetch does', async () => {
  const body = new URLSearchParams({ a: '1' });
  const response = await publicFetch({ internalHosts: [host] })(`http://${host}/`, { method: 'POST', body });
  expect([response.status, await response.text()]).toEqual([200, 'POST a=1']);
});

it('follows no redirect', async () => {
  expect((await publicFetch({ internalHosts: [host] })(`http://${host}/moved`)).status).toBe(302);
});

it('takes no more than four MiB', async () => {
  await expect(publicFetch({ internalHosts: [host] })(`http://${host}/large`)).rejects.toThrow(/larger than/);
});

it('speaks to servers of the public internet alone, over https', async () => {
  await expect(publicFetch()(`http://${host}/`)).rejects.toThrow(/only spoken to over https/);
  await expect(publicFetch()('https://127.0.0.1/')).rejects.toThrow(/public internet/);
  await expect(publicFetch({ internalHosts: [host] })('https://169.254.169.254/')).rejects.toThrow(
    /public internet/,
  );
  await expect(publicFetch()('https://[::1]/')).rejects.toThrow(/public internet|no server/);
});
