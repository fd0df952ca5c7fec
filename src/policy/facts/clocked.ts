/** Facts that may be others on another day, though no descriptor has changed: who has left by then is no owner. */
export const CLOCKED: readonly string[] = ["asOf", "owners", "namedOwners", "activeMembers"];
