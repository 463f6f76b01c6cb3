// For tests and benchmarks: an independent judge of packings.
export { faultsOf } from './check-packing.ts';
