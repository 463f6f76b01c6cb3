const STOP = 'firstleg stop';
const STOPPED = 'firstleg stopped';

/**
 * Ties this process to the one that started it: `stop` runs before the server goes, and also when
 * the starter dies without a word.
 */
export function tieToStarter(stop: () => Promise<void>): void {
  process.on('message', (message) => {
    if (message === STOP) void stop().finally(() => process.send?.(STOPPED));
  });
  process.on('disconnect', () => {
    void stop().finally(() => process.kill(process.pid, 'SIGTERM'));
  });
}

export const LIFELINE = { STOP, STOPPED } as const;
