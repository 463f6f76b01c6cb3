import { type DBSchema, openDB } from 'idb';
import type { PackScan } from '#lib/inbound';

/** Keeps scans on the device, so that neither a reload nor a lost network loses one. */
export type ScanKeeper = {
  readonly all: () => Promise<readonly PackScan[]>;
  /** Adds new scans together; false when another tab has used their numbers. */
  readonly add: (scans: readonly PackScan[]) => Promise<boolean>;
  /** What the server has, with its places in the log. */
  readonly put: (scans: readonly PackScan[]) => Promise<void>;
  /** false when the browser keeps nothing, as in a private window */
  readonly isLasting: boolean;
};

// An interface, because the library's own type is one.
interface StationSchema extends DBSchema {
  scans: {
    key: [planId: string, station: string, sequence: number];
    value: PackScan & { readonly planId: string };
  };
}

const NAME = 'firstleg-pack-station';

export async function openKeeper(planId: string): Promise<ScanKeeper> {
  try {
    const db = await openDB<StationSchema>(NAME, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('scans', { keyPath: ['planId', 'station', 'sequence'] });
      },
    });
    const ofPlan = IDBKeyRange.bound([planId], [planId, []]);
    return {
      isLasting: true,
      all: async () =>
        (await db.getAll('scans', ofPlan)).map(({ planId: _, ...scan }): PackScan => scan),
      add: async (scans) => {
        const tx = db.transaction('scans', 'readwrite');
        const added = scans.map((scan) => tx.store.add({ ...scan, planId }));
        const outcome = await Promise.allSettled([...added, tx.done]);
        return outcome.every(({ status }) => status === 'fulfilled');
      },
      put: async (scans) => {
        const tx = db.transaction('scans', 'readwrite');
        await Promise.all([...scans.map((scan) => tx.store.put({ ...scan, planId })), tx.done]);
      },
    };
  } catch {
    return memoryKeeper();
  }
}

/** For as long as the page is open. */
export function memoryKeeper(): ScanKeeper {
  const kept = new Map<string, PackScan>();
  const keyOf = ({ station, sequence }: PackScan) => `${station} ${sequence}`;
  return {
    isLasting: false,
    all: async () => [...kept.values()],
    add: async (scans) => {
      if (scans.some((scan) => kept.has(keyOf(scan)))) return false;
      for (const scan of scans) kept.set(keyOf(scan), scan);
      return true;
    },
    put: async (scans) => {
      for (const scan of scans) kept.set(keyOf(scan), scan);
    },
  };
}
