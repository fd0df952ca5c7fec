const KIND = /(^|[\s{,])["']?kind["']?\s*:\s*["']?(DataProduct|DataContract|Consumer)\b/u;
const HEAD = 8 * 1024;

/** Whether a text that cannot be read was meant to be a descriptor: it has a line with our `kind` near its start. */
export function claimsByContent(bytes: Uint8Array): boolean {
  return KIND.test(headOf(bytes));
}

/** The ASCII characters of the first bytes; zero bytes are left out, which makes UTF-16 readable enough. */
function headOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes.subarray(0, HEAD)) if (byte !== 0) text += String.fromCharCode(byte);
  return text;
}
