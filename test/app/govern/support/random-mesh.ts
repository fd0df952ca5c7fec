import fc from "fast-check";
import type { Members, State, Value } from "./state.ts";

/** Few words for everything, so that ids, contracts, versions and fields of different files meet. */
export const WORDS = {
  product: ["plays", "tracks", "Plays", "p1ays", "top", "fans"],
  contract: ["plays", "tracks", "tracks", "top", "Top"],
  consumer: ["app", "App", "portal", "plays"],
  version: ["1.0.0", "1.1.0", "2.0.0", "v1.0.0", "1", "2026-01"],
  status: ["proposed", "draft", "active", "active", "deprecated", "retired", "Active", "odd"],
  domain: ["listener", "player", "album"],
  classification: ["public", "internal", "confidential", "restricted", "secret"],
  port: ["daily", "hourly", "self"],
  object: ["t", "u"],
  field: ["id", "listener_id", "city", "Zip"],
  uses: ["t", "u", "t.id", "t.city", "t.city.id", "u.listener_id", "t.list.city"],
} as const;

const one = (words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);

/** An object without the members that are undefined. */
function members(model: Record<string, fc.Arbitrary<Value | undefined>>): fc.Arbitrary<Members> {
  return fc
    .record(model)
    .map((found) => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Members);
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 3): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq });

function custom(property: string, value: fc.Arbitrary<Value>): fc.Arbitrary<Members> {
  return value.map((given) => ({ property, value: given }));
}

const uses = custom("meshgate.uses", fc.array(one(WORDS.uses), { minLength: 1, maxLength: 3 }));
const external = custom("meshgate.external", fc.boolean());

export const inputPort = members({
  name: one(WORDS.port),
  version: one(WORDS.version),
  contractId: one(WORDS.contract),
  customProperties: maybe(fc.array(fc.oneof({ weight: 5, arbitrary: uses }, external), { maxLength: 1 })),
});

const inputContract = members({ id: one(WORDS.contract), version: one(WORDS.version) });

export const outputPort = members({
  name: one(WORDS.port),
  version: one(WORDS.version),
  contractId: maybe(one(WORDS.contract), 6),
  type: fc.constant("tables"),
  deprecated: maybe(fc.boolean(), 1),
  inputContracts: maybe(fc.array(inputContract, { minLength: 1, maxLength: 2 }), 1),
  customProperties: maybe(
    fc.array(custom("meshgate.declassification", fc.constant("Only sums over whole countries leave.")), {
      maxLength: 1,
    }),
    1,
  ),
});

/** Mostly ports that differ in name or version, as they must. */
function ports(port: fc.Arbitrary<Members>): fc.Arbitrary<Members[]> {
  const sound = fc.uniqueArray(port, {
    maxLength: 3,
    selector: ({ name, version }) => JSON.stringify([name, version]),
  });
  return fc.oneof({ weight: 15, arbitrary: sound }, fc.array(port, { maxLength: 3 }));
}

const team = members({
  name: fc.constantFrom("@daff/listener-data", "@daff/player-data"),
  members: maybe(fc.constant([{ username: "mina", role: "owner" }])),
});

export const product = members({
  apiVersion: fc.constant("v1.1.0"),
  kind: fc.constant("DataProduct"),
  id: one(WORDS.product),
  name: maybe(one(WORDS.product)),
  version: maybe(one(WORDS.version), 6),
  status: one(WORDS.status),
  domain: maybe(one(WORDS.domain)),
  description: maybe(fc.constant({ purpose: "What listeners play, hour by hour.", usage: "Count rows." })),
  team: maybe(team),
  support: maybe(fc.constant([{ channel: "data", url: "https://chat.daff.example/data" }]), 2),
  customProperties: maybe(
    fc.array(
      fc.oneof(
        custom("meshgate.class", fc.constantFrom("core", "domain")),
        custom("meshgate.renamedFrom", one(WORDS.product)),
      ),
      { maxLength: 1 },
    ),
    1,
  ),
  inputPorts: maybe(ports(inputPort)),
  outputPorts: maybe(ports(outputPort), 6),
});

export const consumer = members({
  apiVersion: fc.constant("meshgate/v1"),
  kind: fc.constant("Consumer"),
  id: one(WORDS.consumer),
  type: fc.constant("application"),
  version: maybe(one(WORDS.version)),
  status: one(WORDS.status),
  domain: maybe(one(WORDS.domain)),
  team: maybe(team),
  inputPorts: maybe(ports(inputPort), 6),
});

const { field } = fc.letrec<{ field: Members }>((tie) => ({
  field: fc
    .record({
      plain: members({
        name: one(WORDS.field),
        description: maybe(fc.constant("What it is about."), 2),
        classification: maybe(one(WORDS.classification), 5),
        tags: maybe(fc.constant(["personal"]), 1),
        primaryKey: maybe(fc.boolean(), 1),
      }),
      shape: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        fc.constant<Members>({ logicalType: "string" }),
        fc
          .array(tie("field"), { minLength: 1, maxLength: 2 })
          .map((properties): Members => ({ logicalType: "object", properties })),
        fc.array(tie("field"), { minLength: 1, maxLength: 2 }).map((properties): Members => ({
          name: "list",
          logicalType: "array",
          items: { logicalType: "object", properties },
        })),
      ),
    })
    .map(({ plain, shape }) => ({ ...plain, ...shape })),
}));

const schemaObject = members({
  name: one(WORDS.object),
  logicalType: fc.constant("object"),
  properties: maybe(fc.uniqueArray(field, { maxLength: 3, selector: ({ name }) => name }), 6),
});

export const contract = members({
  apiVersion: fc.constant("v3.2.0"),
  kind: fc.constant("DataContract"),
  id: one(WORDS.contract),
  version: one(WORDS.version),
  status: one(WORDS.status),
  schema: maybe(fc.uniqueArray(schemaObject, { maxLength: 2, selector: ({ name }) => name }), 6),
  slaProperties: maybe(
    fc.uniqueArray(
      members({
        property: fc.constantFrom("retention", "re", "frequency", "latency"),
        value: fc.constantFrom(1, 90),
        unit: maybe(fc.constantFrom("d", "months", "m")),
      }),
      { maxLength: 2, selector: ({ property }) => property },
    ),
  ),
});

export const descriptor = fc.oneof(
  { weight: 5, arbitrary: product },
  { weight: 4, arbitrary: contract },
  { weight: 2, arbitrary: consumer },
);

/** Places of files: in the folder of a domain, or in that of none; by a name that says descriptor, or not. */
export const place = fc
  .tuple(
    fc.constantFrom("listener", "player", "album", "nobody"),
    fc.constantFrom("a", "b", "c", "d", "e"),
    fc.constantFrom("odps.yaml", "odcs.yaml", "yaml"),
  )
  .map(([domain, name, ending]) => `products/${domain}/${name}.${ending}`);

const GUILD = {
  apiVersion: "meshgate/v1",
  kind: "Guild",
  classifications: ["public", "internal", "confidential", "restricted"],
  domains: WORDS.domain.map((id) => ({ id, name: id, owners: [`@daff/${id}-data`] })),
  entities: [
    { id: "listener", identifier: "listener_id", logicalType: "string", definition: "https://daff.example/l" },
  ],
};

const RULES: Readonly<Record<string, string>> = {
  "meshgate.yaml": JSON.stringify({ apiVersion: "meshgate/v1", kind: "Mesh", name: "small", packs: ["baseline"] }),
  "guild.yaml": JSON.stringify(GUILD),
};

/** A small mesh in which much goes wrong: ids that stand twice, contracts in many versions, ports that lead nowhere. */
export const mesh: fc.Arbitrary<State> = fc
  .array(fc.tuple(place, fc.array(descriptor, { minLength: 1, maxLength: 2 })), { minLength: 2, maxLength: 9 })
  .map((files) => new Map<string, Value[] | string>([...Object.entries(RULES), ...files]));
