import { openMemo } from "../../../src/io/cache/memo.ts";

/** A program that fills the cache in several runs and checks what it finds; started by memo.test.ts. */
const [name = ""] = process.argv.slice(2);

for (let run = 0; run < 6; run++) {
  const memo = await openMemo({ folder: "/daff/mesh", program: "writer", env: process.env });
  const readings = await memo.open("readings");
  for (const writer of ["one", "two"]) {
    for (let index = 0; index < 200; index++) {
      const key = `${writer} ${run} ${index}`;
      const found = readings.rest(key);
      if (found !== undefined && found !== `${key} `.repeat(50)) throw new Error(`Wrong value for ${key}`);
    }
  }
  for (let index = 0; index < 200; index++) {
    readings.set(`${name} ${run} ${index}`, "", `${name} ${run} ${index} `.repeat(50));
  }
  await memo.flush();
}
