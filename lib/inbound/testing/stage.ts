import { type BenchOptions, practiceBench } from '#lib/context/testing';
import { rewindable, type TestDatabase } from '#lib/db/testing';
import type { Comparison, Stage } from './rehearsal.ts';
import { drafted } from './way.ts';
import { Wire } from './wire.ts';

/** A plan of three SKUs whose details are yet to be told, on a line that can be cut. */
export async function openStage(
  database: TestDatabase,
  { compared, ...options }: BenchOptions & { readonly compared: Comparison },
): Promise<Stage> {
  const wire = new Wire();
  const bench = await practiceBench(database, { ...options, between: wire.between });
  const planId = await drafted(bench);
  return { bench, wire, planId, compared, tables: await rewindable(database.db) };
}
