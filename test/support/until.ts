/** Waits for what another process does. @throws with what was seen last, after 15 seconds */
export async function until<T>(look: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + 15_000; Date.now() < deadline;) {
    const found = await look();
    if (isThere(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not come about: ${JSON.stringify(await look())}`);
}
