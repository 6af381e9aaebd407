import Fastify from 'fastify';
import pg from 'pg';

/** The floor: a statement written by hand, served by Fastify over `pg` and nothing else. Settings come from the environment. */
const { PEER_DATABASE_URL, PEER_PORT, PEER_PAGES = '{}' } = process.env;
const pages = JSON.parse(PEER_PAGES) as Record<string, { sql: string; values: string[] }>;
const pool = new pg.Pool({ connectionString: PEER_DATABASE_URL, max: 10 });
const server = Fastify();

for (const [name, { sql, values }] of Object.entries(pages))
  server.get(`/${name}`, async () => {
    const { rows } = await pool.query<{ page: unknown }>({ name, text: sql, values });
    return rows[0]?.page ?? null;
  });

await server.listen({ port: Number(PEER_PORT), host: '127.0.0.1' });
