/** Between projects ESLint sees to direction; this sees to cycles between files and to who may import what from npm. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types included: two files that need each other are one file, or the shared part is a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'prisma-stays-in-db',
      comment: 'libs/db is the only importer of Prisma: everything else uses its named queries.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/db/' },
      to: { path: '(@prisma/|node_modules/\\.prisma|node_modules/prisma/)' },
    },
    {
      name: 'engine-stays-in-sandbox',
      comment: 'Only libs/sandbox talks to the container engine.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/sandbox/' },
      to: { path: 'node_modules/dockerode' },
    },
    {
      name: 'apollo-is-fetched-on-demand',
      comment:
        'Apollo would weigh on every page: the hooks of apps/web/src/lib/apollo fetch it with the first question.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: '^apps/web/src/lib/apollo/(client|parsed|server)\\.ts$' },
      to: { path: 'node_modules/@apollo/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'apollo-client-is-imported-late',
      comment: 'The module that holds Apollo for the browser is only ever fetched: await import().',
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: { path: '^apps/web/src/lib/apollo/client\\.ts$', dynamic: false },
    },
    {
      name: 'links-are-ours',
      comment: 'src/ui/link.tsx says what a link to another page does not fetch.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: '^apps/web/src/ui/link\\.tsx$' },
      to: { path: 'node_modules/next/link' },
    },
    {
      name: 'core-has-no-framework',
      severity: 'error',
      from: { path: '^libs/(domain|diagram|leaderboard|fair-queue)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.next|generated)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
