import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../src/model/document.ts";
import type { Json, JsonPath } from "../../src/model/json.ts";
import { readSource } from "../../src/source/read.ts";
import { contentOf, recallSource } from "../../src/source/recall.ts";
import { DAFF } from "../support/mesh-repo.ts";

const texts = {
  ...Object.fromEntries(Object.entries(DAFF).filter(([file]) => file.endsWith(".yaml"))),
  "two documents": "a: 1\n---\nb: [1.10, 'x', ~]\n",
  "nothing in the first": "# only words\n---\nb: 1\n",
  "names of every object": '{"toString": 1, "valueOf": {"hasOwnProperty": []}}',
  "no object": "- a\n- - b\n",
  anchors: "a: &a {x: 1}\nb: *a\n",
  empty: "",
};

describe("recallSource", () => {
  it.each(Object.entries(texts))("gives the documents of %s", (_, text) => {
    const bytes = new TextEncoder().encode(text);
    const read = readSource(bytes);
    const recalled = recallSource(contentOf(read), bytes);
    expect(recalled.map(told)).toEqual(read.documents.map(told));
  });

  it("gives objects without a prototype", () => {
    const bytes = new TextEncoder().encode("a: [{b: {c: 1}}]\n");
    const [document] = recallSource(contentOf(readSource(bytes)), bytes);
    const objects = pathsOf(document?.value ?? null).map((path) => step(document?.value ?? null, path));
    const prototypes = objects
      .filter((value) => typeof value === "object" && !Array.isArray(value))
      .map((value): unknown => Object.getPrototypeOf(value));
    expect(prototypes).toEqual([null, null, null]);
  });
});

function told(document: SourceDocument): unknown {
  const { index, value } = document;
  const paths = [...pathsOf(value), ["no", "such", "path"]];
  return {
    index,
    value,
    places: paths.map((path) => [
      path,
      document.range(path),
      path.length > 0 && document.range(path, "key"),
      document.written?.(path),
    ]),
  };
}

function pathsOf(value: Json, path: JsonPath = []): readonly JsonPath[] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, child]) =>
      pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function step(value: Json, path: JsonPath): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => (at as Record<string, Json> | undefined)?.[key], value);
}
