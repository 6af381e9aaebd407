import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { refusedBodies } from './refused-bodies.js';

const MIB = 1024 * 1024;
let app: FastifyInstance;

beforeAll(async () => {
  app = Fastify({ bodyLimit: 1024 });
  refusedBodies(app);
  app.post('/', () => 'kept');
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

/** Sends a body as slowly as a bad line does. @returns how much was taken until the answer came, and the answer */
async function send(mib: number): Promise<{ sent: number; answer: string; broke: boolean }> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  let [answer, broke] = ['', false];
  socket.on('data', (data) => (answer += data.toString())).on('error', () => (broke = true));
  socket.write(
    `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/plain\r\ncontent-length: ${mib * MIB}\r\n\r\n`,
  );
  let sent = 0;
  while (sent < mib && !answer && !broke) {
    await new Promise<void>((resolve) => socket.write(Buffer.alloc(MIB), () => resolve()));
    await wait(5);
    sent += 1;
  }
  if (!answer && !broke) await new Promise((resolve) => socket.once('data', resolve).once('error', resolve));
  socket.destroy();
  return { sent, answer, broke };
}

it('lets a sender end before it says that the body is too large', async () => {
  const { sent, answer, broke } = await send(16);
  expect({ sent, broke }).toEqual({ sent: 16, broke: false });
  expect(answer).toMatch(/^HTTP\/1\.1 413 .*FST_ERR_CTP_BODY_TOO_LARGE/s);
});

it('does not read without end', async () => {
  const { sent } = await send(128);
  expect(sent).toBeGreaterThan(16);
  expect(sent).toBeLessThan(64);
});
