import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    pool: "threads",
    // Files share what they import; the engine keeps no state that a test could leave behind.
    isolate: false,
    setupFiles: ["test/support/setup.ts"],
    // By default one core is left to somebody who watches.
    maxWorkers: "100%",
  },
});
