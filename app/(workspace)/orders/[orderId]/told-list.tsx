import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ProblemText } from '#components/problem-text';
import { Status, type Tone } from '#components/ui/status';
import { DateTimeText } from '#components/ui/times';
import type { Told } from '#lib/orders/server';

const TONE: Readonly<Record<Told['state'], Tone>> = {
  waiting: 'neutral',
  sending: 'info',
  accepted: 'success',
  refused: 'danger',
};

type ToldListProps = { readonly told: readonly Told[]; readonly timeZone: string };

/** What Amazon was told of the order, and what it answered; the latest first. */
export async function ToldList({ told, timeZone }: ToldListProps) {
  const t = await getTranslations('order.told');
  return (
    <ol className="flex flex-col">
      {told.map((message) => (
        <li
          key={message.id}
          className="flex flex-col gap-1 border-b border-line py-2 last:border-0 sm:grid sm:grid-cols-[12rem_1fr_14rem] sm:gap-x-4"
        >
          <span className="text-muted">
            <DateTimeText at={message.askedAt} timeZone={timeZone} />
          </span>
          <span className="min-w-0">
            {t(`kinds.${message.kind}`)} <span className="break-words">{summary(message)}</span>
            <span className="block text-sm text-muted">
              {t(message.isByFile ? 'byFile' : 'byCall', { name: message.actorName })}
            </span>
          </span>
          <span className="min-w-0">
            <Status tone={TONE[message.state]}>{t(`states.${message.state}`)}</Status>
            {message.problems.map((problem) => (
              <span key={`${problem.code} ${problem.at}`} className="block text-sm">
                <ProblemText problem={problem} />
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}

const Input = z
  .object({
    draft: z.object({ carrierCode: z.string(), trackingNumber: z.string() }),
    'carrier-code': z.string(),
    'tracking-number': z.string(),
    reason: z.string(),
  })
  .partial();

/** The carrier and number, or the reason, whichever way it was told. */
function summary({ input }: Told): string {
  const read = Input.safeParse(input);
  if (!read.success) return '';
  const { draft, reason } = read.data;
  const carrier = draft?.carrierCode ?? read.data['carrier-code'];
  const number = draft?.trackingNumber ?? read.data['tracking-number'];
  return [carrier, number, reason].filter(Boolean).join(' · ');
}
