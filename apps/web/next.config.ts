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

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
