import { useTranslations } from 'next-intl';

import type { Instant } from '#lib/kernel';

import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Status } from '../ui/status.tsx';
import { DateTimeText } from '../ui/times.tsx';

export type AmazonExchange = {
  readonly id: string;
  readonly at: Instant;
  /** Amazon's name of the operation. */
  readonly operation: string;
  readonly outcome: 'accepted' | 'refused' | 'waiting';
  readonly told?: string;
  readonly answered?: string;
  readonly requestId?: string;
};

type AmazonTranscriptProps = {
  readonly exchanges: readonly AmazonExchange[];
  readonly timeZone: string;
};

const TONE = { accepted: 'success', refused: 'danger', waiting: 'info' } as const;

/** What Amazon was told and what it answered, word for word. */
export function AmazonTranscript({ exchanges, timeZone }: AmazonTranscriptProps) {
  const t = useTranslations('wizard');
  if (exchanges.length === 0) return null;
  return (
    <Disclosure summary={t('transcript.title', { count: exchanges.length })}>
      <ol className="flex flex-col gap-3">
        {exchanges.map((exchange) => (
          <li key={exchange.id} className="flex flex-col gap-1 border-s-2 border-line ps-3">
            <div className="flex flex-wrap items-center gap-x-3">
              <code className="font-mono text-sm font-semibold">{exchange.operation}</code>
              <Status tone={TONE[exchange.outcome]}>{t(`transcript.${exchange.outcome}`)}</Status>
              <span className="text-sm text-muted">
                <DateTimeText at={exchange.at} timeZone={timeZone} />
              </span>
            </div>
            {exchange.requestId && (
              <p className="flex items-center gap-1 text-sm text-muted">
                {t('transcript.requestId')} <code className="font-mono">{exchange.requestId}</code>
                <CopyButton text={exchange.requestId} what={t('transcript.requestId')} />
              </p>
            )}
            {exchange.told && <Words label={t('transcript.told')} text={exchange.told} />}
            {exchange.answered && (
              <Words label={t('transcript.answered')} text={exchange.answered} />
            )}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

type WordsProps = { readonly label: string; readonly text: string };

function Words({ label, text }: WordsProps) {
  return (
    <Disclosure summary={label}>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll area must be reachable
        tabIndex={0}
        className="max-h-72 overflow-auto rounded border border-line bg-sunken p-2 font-mono text-xs"
      >
        {text}
      </pre>
    </Disclosure>
  );
}
