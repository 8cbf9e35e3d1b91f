import { defineConfig } from 'vitest/config';

const shared = {
  // Tests keep no state of their own between files, and a worker a file costs more than most files do.
  isolate: false,
  restoreMocks: true,
  // CommonJS packages are imported as Node imports them.
  deps: { interopDefault: false },
};

/** Suites that start the command line as a process, or make whole runs, again and again. */
const COMMANDS = [
  'cli/access/hostile-checkout.test.ts',
  'cli/{audit,canaries,closed-pipe,doctor,drift,main,merge,nightly,pact,replay,settings,unjudged,write-formats}.test.ts',
  'test/{chaos,job-steps,kills}.test.ts',
  'runner/run-limits.test.ts',
  'runner/cleanup/undeletable.test.ts',
];

/** Suites that take longer than a person waits between two changes: each a script of its own. */
const HEAVY = [...COMMANDS, 'test/browser.test.ts', 'test/package.test.ts', 'test/self-validation.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['node_modules', 'dist', ...HEAVY],
          // A test that cannot say what went wrong within this time has hung.
          testTimeout: 20_000,
        },
      },
      { test: { ...shared, name: 'commands', include: COMMANDS, testTimeout: 60_000 } },
      {
        test: { ...shared, name: 'mutants', include: ['test/self-validation.test.ts'], testTimeout: 60_000 },
      },
      { test: { ...shared, name: 'browser', include: ['test/browser.test.ts'], testTimeout: 30_000 } },
      { test: { ...shared, name: 'package', include: ['test/package.test.ts'], testTimeout: 240_000 } },
    ],
  },
});
