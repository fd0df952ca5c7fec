/** Lengths are pixels; x grows to the right, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** A picture whose places are still to be found: boxes, some of them inside a frame, and arrows between boxes. */
export interface Diagram {
  readonly boxes: readonly {
    readonly id: string;
    readonly width: number;
    readonly height: number;
    readonly frame?: string;
  }[];
  /** `header`: room for a title above the boxes of the frame. */
  readonly frames: readonly { readonly id: string; readonly header: number }[];
  readonly arrows: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

/** The places: flow runs from left to right, arrows are bent lines from the edge of a box to the edge of another. */
export interface Arrangement {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Rect>;
  readonly frames: ReadonlyMap<string, Rect>;
  readonly arrows: ReadonlyMap<string, readonly Point[]>;
}
