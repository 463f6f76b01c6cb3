'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { IdenticalProposal, Packing, PackProgress, PackRequest } from '#lib/cartonization';
import { orderPacking } from './pack-in-worker.ts';
import type { PackNews, PackOrder } from './pack-messages.ts';

export type EngineState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress?: PackProgress; readonly packing?: Packing }
  | {
      readonly kind: 'done';
      readonly packing: Packing;
      readonly identical?: IdenticalProposal | undefined;
    }
  | { readonly kind: 'failed' };

export type Engine = {
  readonly state: EngineState;
  readonly start: (order: {
    readonly request: PackRequest;
    readonly seconds: number;
    readonly isIdentical: boolean;
  }) => void;
  /** Ends the search; what was found so far is the answer. */
  readonly stop: () => void;
  readonly clear: () => void;
};

/** The packing engine in a worker of its own, at most one at a time. */
export function useEngine(): Engine {
  const [state, setState] = useState<EngineState>({ kind: 'idle' });
  const worker = useRef<Worker>(undefined);
  const found = useRef<Packing>(undefined);
  useEffect(() => () => endOf(worker), []);
  const end = () => endOf(worker);

  function hear(news: PackNews): void {
    if (news.kind === 'progress') {
      setState({ kind: 'running', progress: news.progress });
      return;
    }
    if (news.kind === 'arranged') return;
    if (news.kind === 'packed') found.current = news.packing;
    const packing = found.current;
    if (!packing) return;
    if (news.kind === 'packed' && !news.isLast) {
      setState((before) => (before.kind === 'running' ? { ...before, packing } : before));
      return;
    }
    end();
    const identical = news.kind === 'identical' ? news.proposal : undefined;
    setState({ kind: 'done', packing, identical });
  }

  return {
    state,
    start: ({ request, seconds, isIdentical }) => {
      end();
      found.current = undefined;
      setState({ kind: 'running' });
      const milliseconds = seconds * 1_000;
      const order: PackOrder = { kind: 'pack', request, milliseconds, isIdentical };
      worker.current = orderPacking(order, hear, () => {
        end();
        setState({ kind: 'failed' });
      });
    },
    stop: () => {
      const packing = found.current;
      if (!packing) {
        worker.current?.postMessage({ kind: 'stop' } satisfies PackOrder, []);
        return;
      }
      // Looking for identical cartons listens to nobody; the first answer is there already.
      end();
      setState({ kind: 'done', packing });
    },
    clear: () => {
      end();
      setState({ kind: 'idle' });
    },
  };
}

function endOf(worker: RefObject<Worker | undefined>): void {
  worker.current?.terminate();
  worker.current = undefined;
}
