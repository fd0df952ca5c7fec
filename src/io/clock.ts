/** Today in UTC, `YYYY-MM-DD`: the one place where the programs look at a clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
