'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

type DraftProps = {
  /** Stores what is in the form now; called a moment after the last key. False: it was refused. */
  readonly save: (data: FormData) => Promise<unknown>;
};

const PAUSE_MILLISECONDS = 800;
const RETRY_MILLISECONDS = 5_000;

type DraftState = 'untouched' | 'saving' | 'saved' | 'unsaved';

/** Placed inside a form: keeps what is typed as a draft, and says whether it is kept. */
export function Draft({ save }: DraftProps) {
  const t = useTranslations('wizard');
  const here = useRef<HTMLOutputElement>(null);
  const latest = useRef(save);
  const [state, setState] = useState<DraftState>('untouched');

  useEffect(() => {
    latest.current = save;
  }, [save]);

  useEffect(() => {
    const form = here.current?.closest('form');
    if (!form) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let edits = 0;
    const keep = async () => {
      const mine = edits;
      setState('saving');
      try {
        const kept = await latest.current(new FormData(form));
        if (mine === edits) setState(kept === false ? 'untouched' : 'saved');
      } catch {
        setState('unsaved');
        timer = setTimeout(() => void keep(), RETRY_MILLISECONDS);
      }
    };
    const edited = () => {
      edits += 1;
      clearTimeout(timer);
      timer = setTimeout(() => void keep(), PAUSE_MILLISECONDS);
    };
    const sent = () => clearTimeout(timer);
    form.addEventListener('input', edited);
    form.addEventListener('submit', sent);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', edited);
      form.removeEventListener('submit', sent);
    };
  }, []);

  return (
    <output ref={here} className="text-sm text-muted">
      {state !== 'untouched' && t(`draft.${state}`)}
    </output>
  );
}
