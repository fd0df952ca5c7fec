import type { Pasts } from "../../../compat/life/past.ts";
import type { Json } from "../../../model/json.ts";
import type { PlacedDescriptor } from "../../../model/mesh.ts";
import type { World } from "../../../policy/facts/world.ts";

/** The forms that a descriptor of base has had on the default branch, newest first. */
export function pastsOf<Form>(base: World, placed: PlacedDescriptor, read: (value: Json) => Form): Pasts<Form> {
  return base.past(placed).map(({ day, document }) => {
    const found = document();
    return { day, form: found && read(found.value) };
  });
}
