'use client';

import { useRef, useState } from 'react';

import { type FormState, NO_FORM_STATE } from '#lib/context';

type SaveDraft = (previous: FormState, data: FormData) => Promise<FormState>;

export type DraftOfPlan = {
  /** The version that the form's field names; it moves on with every draft that is kept. */
  readonly version: number;
  /** What the last draft was answered. */
  readonly answer: FormState;
  readonly save: (data: FormData) => Promise<boolean>;
  /** For the form's `prepare`: waits for a draft under way and names its version. */
  readonly prepare: (data: FormData) => Promise<void>;
};

/** Drafts one after the other, each naming the version that the one before it left. */
export function useDraft(shownVersion: number, saveDraft: SaveDraft): DraftOfPlan {
  const [drafted, setDrafted] = useState(shownVersion);
  const [answer, setAnswer] = useState<FormState>(NO_FORM_STATE);
  const newest = useRef(shownVersion);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  function nameVersion(data: FormData): void {
    const shown = Number(data.get('version'));
    newest.current = Math.max(newest.current, shown);
    data.set('version', String(newest.current));
  }

  async function keep(data: FormData): Promise<boolean> {
    nameVersion(data);
    const next = await saveDraft(NO_FORM_STATE, data);
    newest.current = Math.max(newest.current, next.saved?.version ?? 0);
    setDrafted(newest.current);
    setAnswer(next);
    return next.saved !== undefined;
  }

  async function save(data: FormData): Promise<boolean> {
    const mine = queue.current.then(() => keep(data));
    queue.current = mine.catch(() => undefined);
    return mine;
  }

  async function prepare(data: FormData): Promise<void> {
    await queue.current;
    nameVersion(data);
  }

  return { version: Math.max(drafted, shownVersion), answer, save, prepare };
}
