import type { ContractForm } from "../compat/form/contract.ts";
import { contractForm } from "../compat/form/read.ts";
import type { Pasts } from "../compat/life/past.ts";
import type { ProductForm } from "../compat/product/form.ts";
import { productForm } from "../compat/product/read.ts";
import type { Day } from "../model/day.ts";
import type { SourceDocument } from "../model/document.ts";
import type { Json } from "../model/json.ts";
import { own } from "../model/json.ts";
import type { RepoPath } from "../model/location.ts";
import { hasError } from "../model/problem.ts";
import type { CommitId, Repository } from "../ports/repository.ts";
import { readSource } from "../source/read.ts";
import { MAX_FILE_BYTES } from "./gather.ts";

/** What a file held from a day on; null: there was none. */
export interface PastFile {
  readonly day: Day;
  readonly documents: readonly SourceDocument[] | null;
}

/** What the branch of a commit has held in each file, newest first. Texts that cannot be read are left out. */
export async function readPasts(
  repository: Repository,
  tip: CommitId,
  files: readonly RepoPath[],
): Promise<ReadonlyMap<RepoPath, readonly PastFile[]>> {
  const found = await repository.landings(tip, files);
  const ids = [...found.values()].flatMap(({ landings }) => landings.flatMap(({ blob }) => blob ?? []));
  const blobs = await repository.read(new Set(ids), MAX_FILE_BYTES);
  return new Map(
    [...found].map(([file, { landings }]) => [
      file,
      landings.flatMap(({ day, blob }): readonly PastFile[] => {
        if (blob === null) return [{ day, documents: null }];
        const bytes = blobs.get(blob);
        if (bytes === undefined || bytes.length > MAX_FILE_BYTES) return [];
        const { documents, problems } = readSource(bytes);
        return hasError(problems) ? [] : [{ day, documents }];
      }),
    ]),
  );
}

/** What a contract was, by its id; of several in a file the one at its place. */
export function contractPasts(past: readonly PastFile[], id: string, index: number): Pasts<ContractForm> {
  return past.map((one) => ({ day: one.day, form: formIn(one, "DataContract", id, index, contractForm) }));
}

/** The same for a product. */
export function productPasts(past: readonly PastFile[], id: string, index: number): Pasts<ProductForm> {
  return past.map((one) => ({ day: one.day, form: formIn(one, "DataProduct", id, index, productForm) }));
}

function formIn<Form>(
  { documents }: PastFile,
  kind: string,
  id: string,
  index: number,
  read: (document: Json) => Form,
): Form | null {
  const known = (documents ?? []).filter(({ value }) => own(value, "kind") === kind && own(value, "id") === id);
  const found = known.find((document) => document.index === index) ?? known[0];
  return found === undefined ? null : read(found.value);
}
