import { ANY, DATE, TEXT, field, listOf, named, open, record, required } from "./shape.ts";
import type { Field, Fields, RecordShape, Shape, Version } from "./shape.ts";

/** What the Bitol standards share, where they differ in versions only. */
interface Building {
  /** The version that gave elements an `id`. */
  readonly ids: Version;
  readonly id: Shape;
  /** The version that brought synonyms, AI context and vendors of custom properties. */
  readonly semantics: Version;
  /** The version from which elements are closed. */
  readonly closedSince: Version;
  readonly definitionType: Shape;
  readonly definitionUrl: Shape;
  /** The version that made both keys of a custom property required. */
  readonly pairsSince: Version;
}

export interface CommonFields {
  readonly id: Field;
  readonly tags: Field;
  readonly customProperties: Field;
  readonly authoritativeDefinitions: Field;
  readonly synonyms: Field;
  readonly context: RecordShape;
  readonly teamMember: RecordShape;
  readonly team: RecordShape;
  /** tags, customProperties and authoritativeDefinitions. */
  readonly labels: Fields;
}

export const DEFINITION_TYPES = [
  "businessDefinition",
  "transformationImplementation",
  "videoTutorial",
  "tutorial",
  "implementation",
  "canonicalUrl",
  "glossary",
  "ontology",
  "taxonomy",
];

export function commonFields(building: Building): CommonFields {
  const { closedSince, semantics } = building;
  const id = field(named("StableId", building.id), "Stable id of this element, for references that survive renaming.", {
    since: building.ids,
  });
  const customProperties = field(
    named(
      "CustomProperties",
      listOf(
        record(
          "CustomProperty",
          {
            id,
            property: field(TEXT, "Name of the property.", { requiredSince: building.pairsSince }),
            value: field(ANY, "Its value, of any type.", { requiredSince: building.pairsSince }),
            description: field(TEXT, "What the property means."),
            vendor: field(TEXT, "Product or system the property belongs to, in lower case.", { since: semantics }),
          },
          { closedSince },
        ),
      ),
    ),
    "Extensions of the standard, as a list of property and value.",
  );
  const authoritativeDefinitions = field(
    named(
      "AuthoritativeDefinitions",
      listOf(
        record(
          "AuthoritativeDefinition",
          {
            id,
            type: required(building.definitionType, "What stands behind the link."),
            url: required(building.definitionUrl, "Where it is; a path relative to this file is fine."),
            description: field(TEXT, "What a reader finds there."),
          },
          { closedSince },
        ),
      ),
    ),
    "Links to the authoritative sources about this element.",
  );
  const tags = field(named("Tags", listOf(TEXT)), "Labels to find and group by.");
  const labels = { tags, customProperties, authoritativeDefinitions };
  const teamMember = record(
    "TeamMember",
    {
      id,
      username: field(TEXT, "User name or mail address.", { requiredSince: building.pairsSince }),
      name: field(TEXT, "Full name."),
      description: field(TEXT, "About the person."),
      role: field(
        open("owner", "data steward"),
        "What the person does for the team; an owner role makes them accountable.",
      ),
      dateIn: field(DATE, "First day in the team."),
      dateOut: field(DATE, "Last day in the team; absent while the person is in it."),
      replacedByUsername: field(TEXT, "User name of the successor."),
      ...labels,
    },
    { closedSince },
  );
  return {
    id,
    labels,
    ...labels,
    teamMember,
    synonyms: field(
      named("Synonyms", listOf(synonym(id, customProperties, closedSince))),
      "Other names people use for this element.",
      {
        since: semantics,
      },
    ),
    context: context(id, labels, closedSince),
    team: record(
      "Team",
      {
        id,
        name: field(TEXT, "Name of the accountable team."),
        description: field(TEXT, "About the team."),
        members: field(listOf(teamMember), "Who is or was in the team."),
        ...labels,
      },
      { closedSince },
    ),
  };
}

function synonym(id: Field, customProperties: Field, closedSince: Version): RecordShape {
  return record(
    "Synonym",
    {
      id,
      synonym: required(TEXT, "The other name."),
      description: field(TEXT, "When or why this name is used."),
      locale: field(open("en-US", "fr-FR"), "Language it belongs to, as a BCP 47 tag."),
      source: field(open("glossary"), "Where the name comes from."),
      status: field(open("active", "deprecated"), "Whether it is still used."),
      customProperties,
    },
    { closedSince },
  );
}

function context(id: Field, labels: Fields, closedSince: Version): RecordShape {
  const statement = record(
    "VerifiedStatement",
    {
      id,
      question: required(TEXT, "A question people ask of this data."),
      answer: field(TEXT, "The agreed answer; leave it out for a sample question."),
      ...labels,
    },
    { closedSince },
  );
  const constraint = record(
    "ContextConstraint",
    { id, constraint: required(TEXT, "What an assistant must not do with this data."), ...labels },
    { closedSince },
  );
  return record(
    "Context",
    {
      instructions: field(TEXT, "How an assistant should use this data."),
      verifiedStatements: field(listOf(statement), "Questions with their agreed answers."),
      constraints: field(listOf(constraint), "What must not be done."),
    },
    { closedSince },
  );
}
