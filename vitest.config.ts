import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules', 'dist'],
    // Tests keep no state of their own between files, and a worker a file costs more than most files do.
    isolate: false,
    restoreMocks: true,
    // CommonJS packages are imported as Node imports them.
    deps: { interopDefault: false },
    // A test that cannot say what went wrong within this time has hung.
    testTimeout: 20_000,
  },
});
