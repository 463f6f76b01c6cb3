import type { Result } from '#lib/kernel';

import {
  type Relaid,
  relayoutLabels,
  type RelayoutProblem,
  type RelayoutRequest,
} from './relayout.ts';

/** What this process says to the one that started it. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: Result<Relaid, RelayoutProblem> }
  | { readonly kind: 'failed'; readonly words: string };

function answer(said: Answer, whenSaid?: () => void): void {
  process.send?.(said, undefined, undefined, whenSaid);
}

function end(said: Answer): void {
  answer(said, () => process.disconnect());
}

process.once('message', (message) => {
  // Only the file beside this one gives orders.
  const { bytes, request } = message as { bytes: Uint8Array; request: RelayoutRequest };
  relayoutLabels(bytes, request, (done, total) => answer({ kind: 'progress', done, total })).then(
    (result) => end({ kind: 'done', result }),
    (error: unknown) => end({ kind: 'failed', words: String(error) }),
  );
});
// Done, or nobody is there any more to hear of it.
process.once('disconnect', () => process.exit());
answer({ kind: 'ready' });
