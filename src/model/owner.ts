import { hasLetter } from "./blank.ts";
import { isList, list, own, text } from "./json.ts";
import type { Json } from "./json.ts";

/** Tells from a `dateOut` that is given whether the member has left. */
export type HasLeft = (dateOut: Json) => boolean;

/** Who is accountable by the `team` of a descriptor: the team by name, then members with an owner role. */
export function ownersOf(team: Json | undefined, hasLeft: HasLeft): readonly string[] {
  const name = text(own(team, "name"));
  return [...new Set([...(isName(name) ? [name] : []), ...owningMembers(team, hasLeft)])];
}

/** Members with an owner role who have not left. Older standards write the team as a list of members. */
export function owningMembers(team: Json | undefined, hasLeft: HasLeft): readonly string[] {
  return membersOf(team, hasLeft, (member) => isOwnerRole(text(own(member, "role")) ?? ""));
}

/** Members of a team who have not left, by name, each once. */
export function membersOf(
  team: Json | undefined,
  hasLeft: HasLeft,
  isMeant: (member: Json) => boolean = () => true,
): readonly string[] {
  const names = (isList(team) ? team : list(own(team, "members"))).map((member) => {
    const dateOut = own(member, "dateOut") ?? null;
    const isHere = dateOut === null || !hasLeft(dateOut);
    return isHere && isMeant(member) ? text(own(member, "username")) : undefined;
  });
  return [...new Set(names.filter(isName))];
}

/** What only dashes or dots stand for is nobody. */
function isName(name: string | undefined): name is string {
  return name !== undefined && hasLetter(name);
}

const NO_LONGER = new Set(["ex", "former", "formerly", "past", "previous", "previously", "prior", "retired"]);
const NEVER = new Set(["no", "non", "not"]);

/** Roles are free text: `owner`, `Data Product Owner`, `dataOwner`, but not `former owner`, `ex-owner` or `ownership`. */
function isOwnerRole(role: string): boolean {
  const words = role
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.some((word) => /owners?$/.test(word)) && !words.some((word) => NO_LONGER.has(word) || NEVER.has(word));
}
