import type { EventReader } from "./event.ts";

/** Nothing is about to be merged: the mesh is judged as it was checked out. */
export const wholeMesh: EventReader = ({ checkedOut }) => ({ head: { commit: checkedOut, name: "HEAD" } });
