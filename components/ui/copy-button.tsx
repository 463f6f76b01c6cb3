'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

import { Button } from './button.tsx';

type CopyButtonProps = {
  readonly text: string;
  /** What is copied, for those who do not see what it stands beside: "FNSKU X001ABC". */
  readonly what: string;
};

export function CopyButton({ text, what }: CopyButtonProps) {
  const t = useTranslations('ui');
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Clipboards are refused on plain http and by policy; the text is still there to select.
      setOutcome('notCopied');
    }
  }

  return (
    <span className="no-print inline-flex items-center gap-1">
      <Button
        variant="quiet"
        size="small"
        icon={outcome === 'copied' ? 'check' : 'copy'}
        onClick={() => void copy()}
      >
        <span className="sr-only">{t('copy', { what })}</span>
      </Button>
      <span role="status" className="text-xs text-muted">
        {outcome && t(outcome)}
      </span>
    </span>
  );
}
