// For tests only: a workspace with a practice connection, its simulated Amazon, and a clock that
// the test moves.
export { type BenchOptions, type PracticeBench, practiceBench } from './bench.ts';
