import { defineConfig } from 'vitest/config';

const shared = { environment: 'node' } as const;

export default defineConfig({
  resolve: {
    alias: { 'server-only': new URL('./lib/env/server-only.ts', import.meta.url).pathname },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          // One load of the rooms serves all files of a thread; a test that replaces modules goes to `slow`.
          isolate: false,
          pool: 'threads',
          // A slow machine is no failure; what hangs is.
          testTimeout: 30_000,
          include: [
            'lib/**/*.test.ts',
            'lib/**/*.test.tsx',
            'components/**/*.test.ts',
            'app/**/*.test.ts',
          ],
          exclude: ['**/*.db.test.ts', '**/*.slow.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'slow',
          include: ['lib/**/*.slow.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'db',
          // Rooms are loaded once for all files of a process; each file has a database of its own.
          isolate: false,
          include: ['lib/**/*.db.test.ts'],
          globalSetup: ['lib/db/testing/server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: [
        'lib/*/core/**/*.ts',
        'lib/kernel/**/*.ts',
        'lib/cartonization/**/*.ts',
        'lib/costing/**/*.ts',
        'lib/fees/**/*.ts',
        'lib/flat-files/**/*.ts',
        'lib/sp-api-contract/**/*.ts',
      ],
      exclude: ['**/*.test.ts', '**/index.ts', '**/testing/**'],
      thresholds: { branches: 95 },
    },
  },
});
