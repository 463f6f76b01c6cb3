import type { IdenticalProposal, Packing, PackProgress, PackRequest } from '#lib/cartonization';
import type { Arrangement, InboundPlan, PlannedBox, ShelfBox } from '#lib/inbound';

/** What the page asks of the engine in its worker, and what it hears back. */
export type PackOrder =
  | {
      readonly kind: 'pack';
      readonly request: PackRequest;
      readonly milliseconds: number;
      /** looks for identical cartons, too, with the second half of the time */
      readonly isIdentical: boolean;
    }
  | {
      readonly kind: 'arrange';
      readonly plan: InboundPlan;
      readonly box: PlannedBox;
      readonly shelf: readonly ShelfBox[];
    }
  | { readonly kind: 'stop' };

export type PackNews =
  | { readonly kind: 'progress'; readonly progress: PackProgress }
  | { readonly kind: 'arranged'; readonly arrangement: Arrangement | undefined }
  | { readonly kind: 'packed'; readonly packing: Packing; readonly isLast: boolean }
  | { readonly kind: 'identical'; readonly proposal: IdenticalProposal | undefined };
