import { findEmbedded, startEmbedded } from './embedded.ts';

export type Reached = {
  readonly url: string;
  readonly isEmbedded: boolean;
  /** Leaves a server alone that was running before, or that is not ours. */
  readonly close: () => Promise<void>;
};

const leaveIt = async () => undefined;

/** The configured database, the embedded one beside a running Firstleg, or one started for us. */
export async function reachDatabase(settings: {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}): Promise<Reached> {
  if (settings.databaseUrl !== undefined)
    return { url: settings.databaseUrl, isEmbedded: false, close: leaveIt };
  const running = await findEmbedded(settings.dataDir);
  if (running !== undefined) return { url: running, isEmbedded: true, close: leaveIt };
  const server = await startEmbedded(settings.dataDir);
  return {
    url: server.url,
    isEmbedded: true,
    close: server.isStartedHere ? server.stop : leaveIt,
  };
}
