/** A PostgreSQL of the benchmark's own while `work` runs, as the integration tests have. */
export async function withTestServer<T>(work: () => Promise<T>): Promise<T> {
  const load = async (file: string) =>
    (await import(new URL(`../support/${file}`, import.meta.url).href)) as { default(): Promise<void> };
  await (await load('global-setup.mjs')).default();
  try {
    return await work();
  } finally {
    await (await load('global-teardown.mjs')).default();
  }
}
