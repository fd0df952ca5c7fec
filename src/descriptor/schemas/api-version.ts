import { matching } from "./shape.ts";

/** How the Bitol standards write `apiVersion`; which versions are read is decided by the format. */
export const API_VERSION = matching("^v?[0-9]+\\.[0-9]+\\.[0-9]+$", "a version such as v1.1.0");
