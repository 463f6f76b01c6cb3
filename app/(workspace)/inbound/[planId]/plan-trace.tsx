import { getTranslations } from 'next-intl/server';
import { Disclosure } from '#components/ui/disclosure';
import { type AmazonExchange, AmazonTranscript } from '#components/wizard/amazon-transcript';
import { HistoryList } from '#components/wizard/history-list';
import { type Errand, planHistory, type TranscriptLine } from '#lib/inbound/server';
import type { PlanPage } from './plan-page.ts';

const ENTRIES_SHOWN = 50;

type PlanTraceProps = { readonly page: PlanPage };

/** What Amazon was told and answered, and who changed what. */
export async function PlanTrace({ page }: PlanTraceProps) {
  const t = await getTranslations('inbound');
  const { context, plan, errands, timeZone } = page;
  const history = await planHistory(context, plan.id, ENTRIES_SHOWN);
  return (
    <div className="mt-4 flex flex-col gap-2">
      <AmazonTranscript exchanges={errands.flatMap(exchangesOf)} timeZone={timeZone} />
      <Disclosure summary={t('history.title', { count: history.length })}>
        <HistoryList
          timeZone={timeZone}
          entries={history.map((entry) => ({
            id: entry.id,
            at: entry.at,
            who: entry.actorName,
            what: t.has(`history.verbs.${entry.verb}` as 'history.title')
              ? t(`history.verbs.${entry.verb}` as 'history.title', { count: 0 })
              : entry.verb,
          }))}
        />
      </Disclosure>
    </div>
  );
}

const OUTCOMES = {
  asked: 'waiting',
  accepted: 'waiting',
  done: 'accepted',
  'read-back': 'accepted',
  failed: 'refused',
} as const satisfies Record<TranscriptLine['outcome'], AmazonExchange['outcome']>;

function exchangesOf(errand: Errand): AmazonExchange[] {
  return errand.transcript
    .map((line, index) => ({
      id: `${errand.id}-${index}`,
      at: line.at,
      operation: line.operation,
      outcome: OUTCOMES[line.outcome],
      ...(line.requestId === undefined ? {} : { requestId: line.requestId }),
      ...(line.messages
        ? {
            answered: line.messages.map(({ code, message }) => `${code}: ${message}`).join('\n'),
          }
        : {}),
    }))
    .toReversed();
}
