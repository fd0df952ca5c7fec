import type { Reading } from "../model/descriptor.ts";
import type { Memo } from "../ports/memo.ts";
import { digestOf } from "../policy/digest.ts";
import type { Judgement, Recall } from "./govern/judge.ts";

/** A reading by its key, see `readingKey`; bound to this version of the program by the memo itself. */
export function recallReading(memo: Memo, key: string): Reading | undefined {
  const text = memo.get("readings", key);
  return text === undefined ? undefined : (JSON.parse(text) as Reading);
}

export function rememberReading(memo: Memo, key: string, reading: Reading): void {
  memo.set("readings", key, JSON.stringify(reading));
}

/** Judgements by the digest of everything they depend on. */
export function recallJudgements(memo: Memo): Recall {
  return {
    get(key) {
      const text = memo.get("judgements", digestOf(key));
      return text === undefined ? undefined : (JSON.parse(text) as Judgement);
    },
    set(key, judgement) {
      memo.set("judgements", digestOf(key), JSON.stringify(judgement));
    },
  };
}
