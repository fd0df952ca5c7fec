import { avroAdapter } from "./avro/adapter.ts";
import { jsonSchemaAdapter } from "./json-schema/adapter.ts";
import type { PayloadAdapter } from "./payload.ts";
import { protobufAdapter } from "./protobuf/adapter.ts";

/** Everything that compares payload schemas. A kind without an adapter is compared by nothing, which is told. */
export const PAYLOAD_ADAPTERS: readonly PayloadAdapter[] = [avroAdapter, jsonSchemaAdapter, protobufAdapter];
