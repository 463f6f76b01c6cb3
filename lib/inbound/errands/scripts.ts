import type { ErrandKind } from '../core/inbound-plan.ts';
import { findCulpritScript, takeOutScript } from './culprit-scripts.ts';
import { confirmContentsScript, previewContentsScript } from './content-scripts.ts';
import type { ErrandScript } from './move.ts';
import { comparePlacementsScript, offerCarriersScript } from './carrier-scripts.ts';
import { readPrepScript } from './prep-scripts.ts';
import {
  createPlanScript,
  renewPackingScript,
  renewPlacementScript,
  sendBoxesScript,
} from './plan-scripts.ts';
import {
  cancelPlanScript,
  changeWindowScript,
  confirmCarrierScript,
  confirmPlacementScript,
  sendTrackingScript,
} from './shipping-scripts.ts';

const SCRIPTS = {
  'read-prep': readPrepScript,
  'create-plan': createPlanScript,
  'renew-packing': renewPackingScript,
  'send-boxes': sendBoxesScript,
  'renew-placement': renewPlacementScript,
  'compare-placements': comparePlacementsScript,
  'confirm-placement': confirmPlacementScript,
  'offer-carriers': offerCarriersScript,
  'confirm-carrier': confirmCarrierScript,
  'change-window': changeWindowScript,
  'send-tracking': sendTrackingScript,
  'preview-contents': previewContentsScript,
  'confirm-contents': confirmContentsScript,
  'cancel-plan': cancelPlanScript,
  'find-culprit': findCulpritScript,
  'take-out': takeOutScript,
} satisfies { readonly [Kind in ErrandKind]: ErrandScript<never> };

/** What each errand is started with. */
export type ErrandInputs = {
  readonly [Kind in ErrandKind]: Parameters<(typeof SCRIPTS)[Kind]>[1];
};

/** The script of a kind; its input comes back from the database as it was written. */
export function scriptOf(kind: ErrandKind): ErrandScript<unknown> {
  return SCRIPTS[kind] as ErrandScript<unknown>;
}
