import { afterAll } from "vitest";
import { removeTemporaryFolders } from "./git.ts";

afterAll(removeTemporaryFolders);
