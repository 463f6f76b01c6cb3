// Packs goods into boxes of a library: fewest boxes, least cost or identical cartons, with every
// unit's place. Pure: chance comes from a seed, time from a clock that is handed in.
export { type IdenticalProposal, LEAST_IDENTICAL, proposeIdentical } from './identical.ts';
export { pack, PackRun } from './pack.ts';
export { packInTurns, type Turns } from './pack-in-turns.ts';
export * from './types.ts';
export {
  layersOf,
  letterOf,
  type Picture,
  type PictureFace,
  type PictureLayer,
  pictureOf,
  type PictureView,
} from './picture.ts';
