import { Layout } from './layout.ts';
import type { Model } from './model.ts';
import { reachOf, type Reach } from './reach.ts';

/** What a filling works on; one workbench serves all boxes of a model. */
export type Workbench = {
  readonly model: Model;
  readonly layout: Layout;
  readonly reach: Reach;
  /** Pieces of each kind that may still be put in; filling takes from it. */
  readonly stock: Int32Array;
  /** What a piece of each kind is worth to whoever fills. */
  readonly worth: Float64Array;
};

export function workbenchOf(model: Model): Workbench {
  return {
    model,
    layout: new Layout(model),
    reach: reachOf(model),
    stock: new Int32Array(model.kinds.length),
    worth: Float64Array.from(model.kinds, ({ bulk }) => bulk),
  };
}
