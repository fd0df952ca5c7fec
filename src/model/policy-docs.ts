/** The page of a policy in the folder of all pages; what a domain asks besides stands on the page of what it adds to. */
export function pageOf(policy: string): string {
  const [id = ""] = policy.split("+");
  // Where case means nothing to the file system, ids that differ in it alone still have files of their own.
  return `${id.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)}.md`;
}

/** The address of a policy's page. */
export function helpAt(url: string, policy: string): string {
  return `${url}/${pageOf(policy)}`;
}
