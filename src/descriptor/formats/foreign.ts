import type { JsonObject } from "../../model/json.ts";
import { isList, isObject, own, text } from "../../model/json.ts";
import type { ForeignFormat } from "../format.ts";

/**
 * Formats that are known by their marks and not read yet. `kind: DataProduct` of other ecosystems (FLUID, floe,
 * Crossplane) is not among them: such files are nobody's mistake, so nothing is said.
 */
export const FOREIGN_FORMATS: readonly ForeignFormat[] = [
  {
    id: "odcs-2",
    title: "ODCS",
    recognises: (root) =>
      (own(root, "kind") === "DataContract" && /^v?2\./u.test(text(own(root, "apiVersion")) ?? "")) ||
      (Object.hasOwn(root, "datasetDomain") && (Object.hasOwn(root, "quantumName") || Object.hasOwn(root, "uuid"))),
    version: (root) => (text(own(root, "apiVersion")) ?? "").replace(/^v/u, ""),
    advice: "migrate the file to ODCS 3: uuid → id, dataset → schema, columns → properties, stakeholders → team",
  },
  {
    id: "dcs",
    title: "Data Contract Specification",
    recognises: (root) => Object.hasOwn(root, "dataContractSpecification"),
    version: named("dataContractSpecification"),
    advice: "the specification is deprecated; export it as ODCS, for example with datacontract export --format odcs",
  },
  {
    id: "dpds",
    title: "Data Product Descriptor Specification",
    recognises: (root) => Object.hasOwn(root, "dataProductDescriptor"),
    version: named("dataProductDescriptor"),
    advice: "describe the product in an ODPS file beside it",
  },
  {
    id: "entropy",
    title: "Data Product Specification (Entropy Data)",
    recognises: (root) =>
      Object.hasOwn(root, "dataProductSpecification") ||
      (text(own(own(root, "info"), "owner")) !== undefined && isList(own(root, "outputPorts"))),
    version: named("dataProductSpecification"),
    advice: "export the product as ODPS",
  },
  {
    id: "odpi",
    title: "Open Data Product Specification (opendataproducts.org)",
    recognises: (root) =>
      isObject(own(root, "product")) && (text(own(root, "schema")) ?? "").includes("opendataproducts.org"),
    version: named("version"),
    advice: "describe the product in a Bitol ODPS file beside it",
  },
  {
    id: "witboost",
    title: "Witboost data product",
    recognises: (root) =>
      /^dataproduct$/iu.test(text(own(root, "kind")) ?? "") && (text(own(root, "id")) ?? "").startsWith("urn:dmb:"),
    version: named("version"),
    advice: "describe the product in an ODPS file beside it",
  },
  {
    // Schema files of a dbt project stand beside descriptors by the hundred: named, and nothing is said.
    id: "dbt",
    title: "dbt schema",
    recognises: (root) => own(root, "version") === 2 && (isList(own(root, "models")) || isList(own(root, "sources"))),
    version: named("version"),
  },
];

function named(key: string): (root: JsonObject) => string {
  return (root) => {
    const value = own(root, key);
    return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 32) : "";
  };
}
