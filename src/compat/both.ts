/** The same element before and after. One side is absent where it is added or removed. */
export interface Pair<Form> {
  readonly before?: Form;
  readonly after?: Form;
}

/** The same element, which stands on both sides. */
export interface Both<Form> {
  readonly before: Form;
  readonly after: Form;
}
