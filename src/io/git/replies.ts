/** One answer of `git cat-file --batch`. */
export interface Reply {
  readonly id: string;
  /** `blob`, `tree`, `commit`, `tag`, or `missing`. */
  readonly type: string;
  /** The content, cut to `limit` + 1 bytes. */
  readonly bytes: Uint8Array;
}

interface Body {
  readonly id: string;
  readonly type: string;
  readonly kept: Buffer;
  filled: number;
  /** Bytes still to come, with the line end after the content. */
  left: number;
}

const LINE_END = 0x0a;
const LONGEST_HEADER = 512;
const NOTHING = new Uint8Array();

/**
 * Takes the output of `git cat-file --batch` in pieces of any size and reports each answer as soon as it is complete.
 * What lies behind the limit is skipped, never held. Throws when the output is not what git documents.
 */
export function replyParser(limit: number, report: (reply: Reply) => void): (chunk: Buffer) => void {
  let header = "";
  let body: Body | undefined;

  function takeHeader(chunk: Buffer, from: number): number {
    const end = chunk.indexOf(LINE_END, from);
    header += chunk.toString("latin1", from, end < 0 ? chunk.length : end);
    if (header.length > LONGEST_HEADER) throw new Error("git cat-file answered without a header");
    if (end < 0) return chunk.length;
    const reply = readHeader(header, limit);
    header = "";
    if ("kept" in reply) body = reply;
    else report(reply);
    return end + 1;
  }

  function takeBody(chunk: Buffer, from: number, into: Body): number {
    const length = Math.min(into.left, chunk.length - from);
    into.filled += chunk.copy(into.kept, into.filled, from, from + length);
    into.left -= length;
    if (into.left === 0) {
      body = undefined;
      report({ id: into.id, type: into.type, bytes: into.kept });
    }
    return from + length;
  }

  return (chunk) => {
    let at = 0;
    while (at < chunk.length) at = body === undefined ? takeHeader(chunk, at) : takeBody(chunk, at, body);
  };
}

/** `<id> <type> <size>`, or `<id> missing`. */
function readHeader(header: string, limit: number): Body | Reply {
  const [id = "", type = "", size, ...rest] = header.split(" ");
  if (size === undefined && type === "missing") return { id, type, bytes: NOTHING };
  const length = Number(size);
  if (!Number.isSafeInteger(length) || length < 0 || rest.length > 0) {
    throw new Error("git cat-file answered with an unknown header");
  }
  return { id, type, kept: Buffer.allocUnsafe(Math.min(length, limit + 1)), filled: 0, left: length + 1 };
}
