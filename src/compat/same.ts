/** What holds values as their author wrote them. There `place` is a key like any other. */
const WRITTEN: ReadonlySet<string> = new Set(["custom", "price", "team", "location", "encoding"]);

/**
 * Whether two forms, or parts of them, say the same, wherever they stand: `place` is passed over. Rules have nothing to
 * say of two forms that do, whatever is around them (test/compat/laws), so that what did not change need not be asked.
 */
export function isSameForm(one: unknown, other: unknown, isWritten = false): boolean {
  if (one === other) return true;
  if (!isNode(one) || !isNode(other)) return false;
  if (Array.isArray(one)) return Array.isArray(other) && isSameList(one, other, isWritten);
  if (Array.isArray(other)) return false;
  if (one instanceof Map) return other instanceof Map && isSameList([...one], [...other], isWritten);
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        (key === "place" && !isWritten) ||
        (Object.hasOwn(other, key) && isSameForm(one[key], other[key], isWritten || WRITTEN.has(key))),
    )
  );
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function isSameList(one: readonly unknown[], other: readonly unknown[], isWritten: boolean): boolean {
  return one.length === other.length && one.every((value, index) => isSameForm(value, other[index], isWritten));
}
