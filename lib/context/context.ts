import type { Role } from '#lib/auth';
import type { Db } from '#lib/db';
import type { Clock, Region } from '#lib/kernel';
import type { Gateway } from '#lib/sp-api';
import type { SimulatorListing } from '#lib/sp-api-simulator';

/** Who acts: a member of the workspace, or Firstleg itself in a job. */
export type Actor = { readonly id?: string; readonly name: string; readonly role: Role };

/** An Amazon seller account that the workspace is connected to. */
export type ConnectionFacts = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'practice' | 'amazon';
  readonly region: Region;
  readonly sellerId: string;
  readonly marketplaceIds: readonly string[];
  readonly isStopped: boolean;
  readonly stoppedAt?: number;
};

/**
 * Everything a verb needs besides its input. The clock is the connection's: a practice connection
 * lives in the simulator's time.
 */
export type Context = {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly connection: ConnectionFacts;
  readonly db: Db;
  readonly clock: Clock;
  readonly amazon: Gateway;
  /** Makes listings exist at the simulated Amazon; a real one has no such thing. */
  readonly stockPractice?: StockPractice;
  /** Where Amazon's notifications arrive; absent where no queue can be read. */
  readonly changeQueue?: ChangeQueue;
};

/** The reader of a queue of notifications. A message comes again until it is removed. */
export type ChangeQueue = {
  /** What a destination at Amazon calls the queue. */
  readonly arn: string;
  /** Some of what waits, the oldest first; empty when nothing does. */
  readonly receive: (
    destinationId: string,
  ) => Promise<readonly { readonly id: string; readonly body: string }[]>;
  readonly remove: (destinationId: string, messageId: string) => Promise<void>;
};

/** A listing as the practice Amazon is told of it. */
export type PracticeListing = SimulatorListing;
export type StockPractice = (listings: readonly PracticeListing[]) => Promise<void>;
