// Loaded before a measured program: tells on file descriptor 3 its peak of resident memory (KiB) and its processor time
// (microseconds), which other programs on the machine lengthen less than the time on the clock.
import { writeSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, `${String(maxRSS)} ${String(userCPUTime + systemCPUTime)}`);
});
