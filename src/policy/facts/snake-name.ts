/** One spelling for names in snake, kebab and camel case: `customer_email` for `customerEmail` and `Customer-Email`. */
export function snakeName(name: string): string {
  return name
    .replaceAll(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, "$1_")
    .replaceAll(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1_")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .toLowerCase();
}
