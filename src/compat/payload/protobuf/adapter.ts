import { decode } from "../../../source/decode.ts";
import type { PayloadAdapter } from "../payload.ts";
import { tokensOf } from "./tokens.ts";

/** Protobuf, as far as words go: whether anything but comments and white space changes. What a change does it does not say. */
export const protobufAdapter: PayloadAdapter = {
  kind: "protobuf",
  compare(before, after) {
    const [then, now] = [decode(before), decode(after)];
    if ("problem" in then) return { unreadable: then.problem.message, side: "before" };
    if ("problem" in now) return { unreadable: now.problem.message, side: "after" };
    const [old, young] = [tokensOf(then.text), tokensOf(now.text)];
    if (old === undefined) return { unreadable: "A text or comment in it does not end.", side: "before" };
    if (young === undefined) return { unreadable: "A text or comment in it does not end.", side: "after" };
    const isSame = old.length === young.length && old.every((token, index) => token === young[index]);
    return isSame ? { findings: [], isSame: true } : { abstains: "Changes of Protobuf are not compared." };
  },
};
