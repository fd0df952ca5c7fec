#!/usr/bin/env node
import { findOwnPackage } from "../io/files/package.ts";
import { run } from "./run.ts";
import { realTerminal } from "./terminal.ts";

// A reader that closes the pipe early (`| head`) has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

await run(process.argv.slice(2), findOwnPackage().version, {
  terminal: realTerminal(process.env, process.argv),
  cwd: process.cwd(),
  env: process.env,
  exit(code) {
    process.exitCode = code;
  },
});
