// Loaded before a measured program: tells its peak of resident memory (KiB) on file descriptor 3.
import { writeSync } from "node:fs";

process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
