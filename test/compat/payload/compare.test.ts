import { expect, test } from "vitest";
import { comparePayloads } from "../../../src/compat/payload/compare.ts";
import type { Payload } from "../../../src/compat/payload/payload.ts";
import { PAYLOAD_RULES } from "../../../src/compat/payload/rules.ts";
import { line, payload } from "./payloads.ts";

const INT = { type: "record", name: "Order", fields: [{ name: "f", type: "int" }] };
const STRING = { type: "record", name: "Order", fields: [{ name: "f", type: "string" }] };
const BROKEN = "payload.broken broken broken breaking major: Order.f is string now, not int.";

function absent(more: Partial<Payload> = {}): Payload {
  return payload("avro", "", { content: { fault: "does not exist", digest: "" }, ...more });
}

const CASES: readonly (readonly [
  title: string,
  before: readonly Payload[],
  after: readonly Payload[],
  told: readonly string[],
])[] = [
  ["the same file", [payload("avro", INT)], [payload("avro", INT)], []],
  ["the same contents in another file", [payload("avro", INT)], [payload("avro", INT, { url: "new.avsc" })], []],
  ["other contents in another file", [payload("avro", INT)], [payload("avro", STRING, { url: "new.avsc" })], [BROKEN]],
  ["an object with another name", [payload("avro", INT)], [payload("avro", STRING, { element: "sales" })], [BROKEN]],
  [
    "a schema is named",
    [],
    [payload("avro", INT)],
    ["payload.added ok unknown safe minor: order.avsc is named as a payload schema now."],
  ],
  [
    "a schema is no longer named",
    [payload("avro", INT)],
    [],
    ["payload.removed unknown ok risky minor: order.avsc is no longer named as a payload schema."],
  ],
  [
    "a schema in another language",
    [payload("avro", INT)],
    [payload("protobuf", 'syntax = "proto3";')],
    [
      "payload.added ok unknown safe minor: order.proto is named as a payload schema now.",
      "payload.removed unknown ok risky minor: order.avsc is no longer named as a payload schema.",
    ],
  ],
  [
    "a file that is not there",
    [],
    [absent()],
    [
      "payload.unreadable unknown unknown risky minor: order.avsc, as it is after the change, cannot be read: It does not exist.",
    ],
  ],
  [
    "a file that goes",
    [payload("avro", INT)],
    [absent()],
    [
      "payload.unreadable unknown unknown risky minor: order.avsc, as it is after the change, cannot be read: It does not exist.",
    ],
  ],
  [
    "a file that comes",
    [absent()],
    [payload("avro", INT)],
    [
      "payload.unreadable unknown unknown risky minor: order.avsc, as it is before the change, cannot be read: It does not exist.",
    ],
  ],
  ["a file that was never there", [absent()], [absent()], []],
  [
    "a file that was never there has another name",
    [absent()],
    [absent({ url: "new.avsc" })],
    [
      "payload.unreadable unknown unknown risky minor: new.avsc, as it is after the change, cannot be read: It does not exist.",
    ],
  ],
  [
    "contents that are not at hand, and differ",
    [absent({ content: { fault: "is too large", digest: "1" } })],
    [absent({ content: { fault: "is too large", digest: "2" } })],
    [
      "payload.unreadable unknown unknown risky minor: order.avsc, as it is after the change, cannot be read: It is too large.",
    ],
  ],
  [
    "contents that are not at hand, and of which nothing is known",
    [absent({ content: { fault: "is too large" } })],
    [absent({ content: { fault: "is too large" } })],
    [
      "payload.unreadable unknown unknown risky minor: order.avsc, as it is after the change, cannot be read: It is too large.",
    ],
  ],
  [
    "contents that are not at hand, and the same",
    [absent({ content: { fault: "is too large", digest: "1" } })],
    [absent({ content: { fault: "is too large", digest: "1" } })],
    [],
  ],
  [
    "a new schema that is none",
    [],
    [payload("avro", "{")],
    [
      "payload.unreadable unknown unknown risky minor: order.avsc, as it is after the change, cannot be read: Flow map must end with a }; add what is missing, or put the text in quotes.",
    ],
  ],
  [
    "a file that is too large",
    [payload("protobuf", "")],
    [payload("protobuf", " ".repeat(300_000))],
    [
      "payload.unreadable unknown unknown risky minor: order.proto, as it is after the change, cannot be read: It is larger than 256 KiB.",
    ],
  ],
  [
    "bytes that are no text",
    [payload("protobuf", "")],
    [payload("protobuf", "", { content: { bytes: new Uint8Array([0xc3, 0x28]) } })],
    [
      "payload.unreadable unknown unknown risky minor: order.proto, as it is after the change, cannot be read: The text is not UTF-8: line 1 holds a byte that is no character, as in a text saved as Latin-1 or Windows-1252; save it as UTF-8.",
    ],
  ],
  [
    "comments and white space of Protobuf",
    [payload("protobuf", 'message A { string f = 1 [default = "a // b"]; }')],
    [payload("protobuf", '// A\nmessage A {\n  /* { */ string f=1 [default="a // b"];\n}\n')],
    ["payload.rewritten ok ok docs patch: order.proto says the same in other words."],
  ],
  [
    "a text of Protobuf",
    [payload("protobuf", 'message A { string f = 1 [default = "a // b"]; }')],
    [payload("protobuf", 'message A { string f = 1 [default = "a // c"]; }')],
    [
      "payload.undecided unknown unknown risky minor: order.proto cannot be compared: Changes of Protobuf are not compared.",
    ],
  ],
  [
    "two words of Protobuf that become one",
    [payload("protobuf", "optional int32 f = 1;")],
    [payload("protobuf", "optionalint32 f = 1;")],
    [
      "payload.undecided unknown unknown risky minor: order.proto cannot be compared: Changes of Protobuf are not compared.",
    ],
  ],
  [
    "a comment that does not end",
    [payload("protobuf", "")],
    [payload("protobuf", "/* ")],
    [
      "payload.unreadable unknown unknown risky minor: order.proto, as it is after the change, cannot be read: A text or comment in it does not end.",
    ],
  ],
  [
    "a language that nothing compares",
    [payload("other", "<a/>")],
    [payload("other", "<a />")],
    [
      "payload.undecided unknown unknown risky minor: order.xsd cannot be compared: Schemas of this kind are not compared.",
    ],
  ],
];

test.each(CASES)("%s", (_title, before, after, told) => {
  expect(comparePayloads(before, after).map(line)).toEqual(told);
});

test("without an adapter nothing is decided", () => {
  const found = comparePayloads([payload("avro", INT)], [payload("avro", STRING)], []);
  expect(found.map(({ ruleId }) => ruleId)).toEqual(["payload.undecided"]);
});

test("says where in the contract, whom it is about, and where in the schema", () => {
  const [found] = comparePayloads([payload("avro", INT)], [payload("avro", STRING)]);
  expect(found).toMatchObject({
    path: "/payload[order.avsc]/Order.f",
    fields: ["orders"],
    place: { side: "after", path: ["schema", 0] },
    kind: "change",
    before: "int",
    after: "string",
  });
  const [gone] = comparePayloads([payload("avro", INT, { element: "" })], []);
  expect(gone).toMatchObject({ path: "/payload[order.avsc]", fields: [], place: { side: "before" }, kind: "remove" });
});

test("more pairs than anybody has are told of, and not compared", () => {
  const many = (schema: unknown): readonly Payload[] =>
    Array.from({ length: 102 }, (_, at) => payload("avro", schema, { url: `${at}.avsc` }));
  const found = comparePayloads(many(INT), many(STRING));
  expect(found.filter(({ ruleId }) => ruleId === "payload.broken")).toHaveLength(100);
  expect(found.filter(({ ruleId }) => ruleId === "payload.undecided")).toHaveLength(2);
});

test("every rule has its mirror, and ids of its own", () => {
  const byId = new Map(PAYLOAD_RULES.map((rule) => [rule.id, rule]));
  expect(byId.size).toBe(PAYLOAD_RULES.length);
  for (const rule of PAYLOAD_RULES) expect(byId.get(rule.mirror)?.mirror).toBe(rule.id);
});
