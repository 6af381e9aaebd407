import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { openDatabase } from './database.mjs';
import { checkRedis } from './redis.mjs';

const servers: Server[] = [];

/** A port where `answer` is said to each message. */
async function serverSaying(answer: (message: Buffer) => Buffer | string | undefined): Promise<number> {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (message) => {
      const said = answer(message);
      if (said === undefined) socket.end();
      else socket.write(said);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function portOfNobody(): Promise<number> {
  const port = await serverSaying(() => '');
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return port;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe('an existing Redis', () => {
  it('is not asked for when there is none', async () => {
    await checkRedis(undefined);
  });

  it('passes when it answers, with and without a password', async () => {
    const port = await serverSaying((message) =>
      message.includes('AUTH') ? '+OK\r\n+PONG\r\n' : '+PONG\r\n',
    );
    await checkRedis(`redis://127.0.0.1:${port}`);
    await checkRedis(`redis://:secret@127.0.0.1:${port}/2`);
  });

  it('is named, with what to do, when nothing listens, the password is wrong, or it is something else', async () => {
    await expect(checkRedis(`redis://127.0.0.1:${await portOfNobody()}`)).rejects.toThrow(
      /The Redis at 127\.0\.0\.1:\d+ cannot be reached: nothing listens there\. Start it/,
    );
    const refusing = await serverSaying(() => '-NOAUTH Authentication required.\r\n');
    await expect(checkRedis(`redis://127.0.0.1:${refusing}`)).rejects.toThrow(
      /NOAUTH Authentication required\.\. Correct REDIS_URL/,
    );
    const other = await serverSaying(() => 'HTTP/1.1 400 Bad Request\r\n\r\n');
    await expect(checkRedis(`redis://127.0.0.1:${other}`)).rejects.toThrow(/is no Redis that lets us in/);
    await expect(checkRedis('localhost:6379')).rejects.toThrow(/It looks like redis:/);
  });
});

/** One message of PostgreSQL's protocol: a letter, the length, the rest. */
function message(letter: string, ...parts: (Buffer | string)[]): Buffer {
  const rest = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const head = Buffer.alloc(5);
  head.write(letter);
  head.writeInt32BE(rest.length + 4, 1);
  return Buffer.concat([head, rest]);
}

const int16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number) => Buffer.concat([int16(value >>> 16), int16(value & 0xffff)]);

/** A fake PostgreSQL that lets everyone in and answers every query with its version and whether roles may be made. */
function fakePostgres(major: number, mayCreate: 't' | 'f'): Promise<number> {
  const ready = message('Z', 'I');
  const column = (name: string, type: number) =>
    Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(type), int16(4), int32(0), int16(0)]);
  const value = (text: string) => Buffer.concat([int32(text.length), Buffer.from(text)]);
  return serverSaying((asked) => {
    if (asked[0] === 'X'.charCodeAt(0)) return undefined;
    if (asked[0] !== 'Q'.charCodeAt(0)) return Buffer.concat([message('R', int32(0)), ready]);
    return Buffer.concat([
      message('T', int16(2), column('major', 23), column('may_create', 16)),
      message('D', int16(2), value(String(major)), value(mayCreate)),
      message('C', 'SELECT 1\0'),
      ready,
    ]);
  });
}

describe('an existing PostgreSQL', () => {
  const open = (url: string) =>
    openDatabase({
      dataDir: '/nowhere',
      adminPassword: '',
      env: { DATABASE_URL: url },
      log: () => undefined,
    });

  it('is used as it is, each role with its own password', async () => {
    const port = await fakePostgres(14, 't');
    const database = await open(`postgresql://me:mine@127.0.0.1:${port}/school`);
    expect(database.urlFor('holdout_api', 'p')).toBe(`postgresql://holdout_api:p@127.0.0.1:${port}/school`);
  });

  it('is refused when it is too old, or when this role may not make roles', async () => {
    await expect(open(`postgresql://me@127.0.0.1:${await fakePostgres(13, 't')}/school`)).rejects.toThrow(
      /is version 13\. Holdout needs version 14 or newer/,
    );
    await expect(open(`postgresql://me@127.0.0.1:${await fakePostgres(17, 'f')}/school`)).rejects.toThrow(
      /may not create roles\. Use a superuser/,
    );
  });

  it('is named without its password when nothing listens there, and a bad address is said to be one', async () => {
    const port = await portOfNobody();
    const refusal = await open(`postgresql://me:secret@127.0.0.1:${port}/school`).catch(String);
    expect(refusal).toContain(`127.0.0.1:${port}/school cannot be reached: nothing listens there`);
    expect(refusal).not.toContain('secret');
    await expect(open('somewhere')).rejects.toThrow(/It looks like postgresql:/);
  });
});
