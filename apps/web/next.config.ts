import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const workspaceRoot = fileURLToPath(new URL('../..', import.meta.url));

const config: NextConfig = {
  // Without the root, Turbopack guesses it from lock files and may miss the workspace's packages.
  turbopack: { root: workspaceRoot },
  outputFileTracingRoot: workspaceRoot,
  // For an image: the server with only the files that it needs. `npm start` runs from the checkout.
  ...(process.env.WEB_STANDALONE === '1' && { output: 'standalone' }),
  experimental: {
    authInterrupts: true,
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
  // `npm test` checks types; doing it again at every start would cost eight seconds.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // The gateway of npm start passes bytes on as they are; one that compresses leaves alone what is compressed already.
  compress: true,
};

const withMessages = createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  // Messages are parsed here, so that no page carries a parser for them.
  experimental: { messages: { path: './messages', format: 'json', locales: ['en'], precompile: true } },
});

export default withMessages(config);
