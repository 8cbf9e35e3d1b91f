import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules', 'dist'],
    restoreMocks: true,
    // A test that cannot say what went wrong within this time has hung.
    testTimeout: 20_000,
  },
});
