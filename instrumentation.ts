/** Called once by Next before the first request: the jobs run in the server's own process. */
export async function register(): Promise<void> {
  // Next builds this file for another runtime too, and leaves out what stands in this block.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { beginServing } = await import('./instrumentation-node.ts');
    await beginServing();
  }
}
