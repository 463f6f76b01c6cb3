import type { Db } from '#lib/db';
import type { Clock } from '#lib/kernel';

/** What every act of this room is done with. */
export type Devices = { readonly db: Db; readonly clock: Clock };
