/** The part of avsc that knows types, and neither files nor services. The package has types for the whole only. */
declare module "avsc/etc/browser/avsc-types.js" {
  export interface AvscType {
    createResolver(writer: AvscType, options?: { readonly ignoreNamespaces?: boolean }): AvscResolver;
    toBuffer(value: unknown): Uint8Array;
    fromBuffer(bytes: Uint8Array, resolver?: AvscResolver): unknown;
    random(): unknown;
  }
  export interface AvscResolver {
    readonly _read: unknown;
  }
  export const Type: {
    forSchema(schema: unknown, options?: { readonly wrapUnions?: boolean }): AvscType;
  };
}
