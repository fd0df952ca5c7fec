import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    pool: "threads",
    // By default one core is left to somebody who watches.
    maxWorkers: "100%",
  },
});
