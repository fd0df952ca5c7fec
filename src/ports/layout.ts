import type { Arrangement, Diagram } from "../model/diagram.ts";

/** Finds places for the boxes and arrows of a picture. The same diagram always gets the same places. */
export interface Layout {
  arrange(diagram: Diagram): Promise<Arrangement>;
}
