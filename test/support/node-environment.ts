const { PATH = '', NODE_COMPILE_CACHE } = process.env;

/**
 * What a Node that a test starts needs of this process: where programs are, and the cache of compiled code, which spares it a
 * quarter of what it takes to start.
 */
export const nodeEnvironment: Readonly<Record<string, string>> = NODE_COMPILE_CACHE
  ? { PATH, NODE_COMPILE_CACHE }
  : { PATH };
