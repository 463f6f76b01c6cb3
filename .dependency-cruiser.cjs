// The law between files. The rooms and floors are those of CONTRIBUTING.md.
const ROOM = '^lib/[^/]+/';
const DEVICES = '^lib/(db|jobs|auth|i18n|labels|post|sp-api|sp-api-simulator)/';
const MODULES = '^lib/(inbound|listings|notices|orders)/';
const CRAFTS = '^lib/(cartonization|costing|fees|flat-files|sp-api-contract)/';
const TESTS = '\\.test\\.tsx?$|/testing/';
const IMPURE = `${DEVICES}|^lib/(env|context|worker|cli)/|^(app|components)/`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;

module.exports = {
  forbidden: [
    rule('no-cycles', 'What needs each other belongs together.', {}, { circular: true }),
    rule(
      'no-orphans',
      'A file nobody imports is either an entry or dead.',
      {
        orphan: true,
        pathNot: [
          TESTS,
          '^app/.*/?(page|layout|route|error|global-error|not-found|loading|actions)\\.tsx?$',
          '^[^/]+\\.(ts|cjs|mjs)$',
          '^e2e/',
          '^lib/env/server-only\\.ts$',
          '^lib/cli/',
          '\\.d\\.ts$',
        ],
      },
      {},
    ),
    rule('no-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    rule(
      'use-the-door',
      'Other rooms are entered through index.ts, server.ts or testing/index.ts.',
      { path: '^lib/([^/]+)/' },
      { path: ROOM, pathNot: ['^lib/$1/', '^lib/[^/]+/(index|server|testing/index)\\.ts$'] },
    ),
    rule(
      'use-the-door-from-outside',
      'Pages, components and browser tests enter rooms through their doors, too.',
      {
        path: '^(app|components|e2e)/|^[^/]+\\.ts$',
        pathNot: '^(vitest|playwright)\\.config\\.ts$',
      },
      {
        path: ROOM,
        pathNot: [
          '^lib/[^/]+/(index|server|testing/index)\\.ts$',
          '^lib/cli/',
          '^lib/i18n/request\\.ts$',
        ],
      },
    ),
    rule(
      'testing-is-for-tests',
      'What exists for tests and benchmarks stays out of the application.',
      { pathNot: [TESTS, '^e2e/', '^lib/bench/', '^vitest\\.config\\.ts$'] },
      { path: '^lib/[^/]+/testing/' },
    ),
    rule(
      'kernel-imports-nothing',
      'The kernel stands on nothing.',
      { path: '^lib/kernel/', pathNot: TESTS },
      { pathNot: '^lib/kernel/' },
    ),
    rule(
      'pure-rooms',
      'Crafts stand on the kernel alone.',
      { path: CRAFTS, pathNot: TESTS },
      { path: '^lib/|^app/|^components/', pathNot: ['^lib/kernel/', CRAFTS] },
    ),
    rule(
      'core-is-pure',
      'A core decides with the kernel, the crafts and other cores.',
      { path: '^lib/[^/]+/core/', pathNot: TESTS },
      {
        path: '^lib/|^app/|^components/',
        pathNot: ['^lib/kernel/', CRAFTS, '^lib/[^/]+/core/', '^lib/listings/index\\.ts$'],
      },
    ),
    rule(
      'core-reaches-nothing-impure',
      'Nor through others.',
      { path: '^lib/[^/]+/core/', pathNot: TESTS },
      { path: IMPURE, reachable: true },
    ),
    rule(
      'modules-do-not-meet',
      'inbound and orders stand above listings and notices; those know nothing of them.',
      { path: '^lib/(listings|notices)/' },
      { path: '^lib/(inbound|orders)/' },
    ),
    rule(
      'notices-and-listings-do-not-meet',
      'Side by side: what is told is told by whoever stands above.',
      { path: '^lib/(notices|listings)/' },
      { path: '^lib/(notices|listings)/', pathNot: '^lib/$1/' },
    ),
    rule(
      'orders-and-inbound-do-not-meet',
      'Both stand above listings, side by side.',
      { path: '^lib/orders/' },
      { path: '^lib/inbound/' },
    ),
    rule(
      'inbound-and-orders-do-not-meet',
      'Both stand above listings, side by side.',
      { path: '^lib/inbound/' },
      { path: '^lib/orders/' },
    ),
    rule(
      'simulator-and-gateway-do-not-meet',
      'Only the context knows both.',
      { path: '^lib/sp-api/', pathNot: TESTS },
      { path: '^lib/sp-api-simulator/' },
    ),
    rule(
      'gateway-and-simulator-do-not-meet',
      'Only the context knows both.',
      { path: '^lib/sp-api-simulator/', pathNot: TESTS },
      { path: '^lib/sp-api/' },
    ),
    rule(
      'prisma-only-in-the-database-room',
      'Rows are asked for through #lib/db.',
      { pathNot: ['^lib/db/', '^prisma\\.config\\.ts$'] },
      { path: `${npm('@prisma', 'prisma')}|^lib/db/generated/` },
    ),
    rule(
      'db-only-from-stores',
      'In a module only stores ask for rows; verbs open the transactions around them.',
      { path: MODULES, pathNot: [TESTS, '/[a-z-]*store[a-z-]*\\.ts$', '/store/', '/verbs/'] },
      { path: '^lib/db/(?!testing/)', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'lower-floors-know-no-module',
      'Devices and crafts know no business.',
      { path: `${DEVICES}|${CRAFTS}|^lib/(env|context|kernel)/` },
      { path: '^lib/(inbound|listings|notices|orders|worker|cli)/' },
    ),
    rule(
      'only-the-command-line-is-above-the-worker',
      'The worker is the only room that knows every job.',
      { path: MODULES },
      { path: '^lib/(worker|cli)/' },
    ),
    rule(
      'components-are-dumb',
      'Components know the kernel, the languages and the front doors.',
      { path: '^components/', pathNot: TESTS },
      {
        path: '^app/|/server\\.ts$|^lib/(db|jobs|env|context|worker|sp-api|sp-api-simulator|cli)/',
      },
    ),
    rule(
      'lib-knows-no-app',
      'Rooms know no page.',
      { path: '^lib/' },
      { path: '^(app|components)/' },
    ),
    rule(
      'only-auth-knows-next-auth',
      'Signing in is the affair of one room.',
      { pathNot: '^lib/auth/' },
      { path: npm('next-auth', '@node-rs/argon2') },
    ),
    rule(
      'only-labels-knows-react-pdf',
      'Paper is the affair of one room.',
      { pathNot: '^lib/(labels|bench)/' },
      { path: npm('@react-pdf') },
    ),
    rule(
      'only-the-post-knows-mail-servers',
      'What leaves the house leaves through one room.',
      { pathNot: '^lib/post/' },
      { path: npm('nodemailer', 'smtp-server') },
    ),
    rule(
      'only-jobs-knows-pg-boss',
      'The queue is the affair of one room.',
      { pathNot: '^lib/jobs/' },
      { path: npm('pg-boss') },
    ),
    rule(
      'nobody-calls-the-command-line',
      'It is a face, like the pages.',
      { pathNot: ['^lib/cli/', '^e2e/', '^playwright\\.config\\.ts$'] },
      { path: '^lib/cli/' },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/db/generated'] },
    exclude: { path: ['^\\.next/', '^node_modules/\\.', '^next-env\\.d\\.ts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
    cache: false,
  },
};
