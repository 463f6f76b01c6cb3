'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { Button } from '#components/ui/button';
import { LinkButton } from '#components/ui/link-button';
import { TextField } from '#components/ui/text-field';
import { problem, type Problem } from '#lib/kernel';
import { findOrder } from './actions.ts';
import { PackList } from './pack-list.tsx';
import { beginPacking, isComplete, type PackSession, putBack, scan } from './pack-session.ts';
import { sound } from '../../../../components/bench/sounds.ts';

type StationProps = { readonly mayPrint: boolean };

/** One field that a scanner types into: first the order, then its items, then the next order. */
export function Station({ mayPrint }: StationProps) {
  const t = useTranslations('order.pack');
  const [session, setSession] = useState<PackSession>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isLooking, startLooking] = useTransition();
  const field = useRef<HTMLFormElement>(null);
  const isDone = session !== undefined && isComplete(session);

  function look(text: string): void {
    startLooking(async () => {
      try {
        const found = await findOrder(text);
        setProblems(found.problems);
        setSession(found.order && beginPacking(found.order));
        sound(found.order ? 'right' : 'wrong');
      } catch {
        setProblems([problem('connection-lost')]);
        sound('wrong');
      }
    });
  }

  function take(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('code');
    event.currentTarget.reset();
    if (typeof text !== 'string' || text.trim() === '' || isLooking) return;
    if (session === undefined || isDone) return look(text);
    const next = scan(session, text);
    if (session.stop) sound('wrong');
    else sound(next.stop ? 'wrong' : isComplete(next) ? 'done' : 'right');
    setSession(next);
  }

  function goOn(): void {
    if (session) setSession(putBack(session));
    focusField();
  }

  function stopPacking(): void {
    setSession(undefined);
    focusField();
  }

  function focusField(): void {
    field.current?.querySelector('input')?.focus();
  }

  return (
    <div className="flex flex-col gap-4">
      <form ref={field} onSubmit={take} className="max-w-xl" noValidate>
        <TextField
          name="code"
          label={t(session === undefined || isDone ? 'scanOrder' : 'scanItem')}
          code
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the scanner types wherever the focus is
          autoFocus
          className="text-lg"
        />
      </form>
      <Problems problems={problems} takesFocus={false} />
      {session?.stop && (
        <div
          role="alert"
          className="flex flex-col items-start gap-3 rounded border-4 border-danger bg-danger-wash p-6"
        >
          <p className="text-2xl font-semibold text-danger">{t(`stop.${session.stop.why}`)}</p>
          <p className="font-mono text-lg">{session.stop.code}</p>
          <Button variant="danger" size="large" onClick={goOn}>
            {t('putBack')}
          </Button>
        </div>
      )}
      {session?.order.isCancelAsked && (
        <Alert level="warning" title={t('cancelAsked')}>
          {t('cancelAskedText')}
        </Alert>
      )}
      {isDone && (
        <Alert
          level="success"
          live
          title={t('done', { orderId: session.order.orderId })}
          action={
            <span className="flex flex-wrap gap-2">
              {mayPrint && (
                <LinkButton href={`/orders/packing-slips?id=${session.order.orderId}`} newTab>
                  {t('slip')}
                </LinkButton>
              )}
              <LinkButton href={`/orders/${session.order.orderId}/confirm`} variant="primary">
                {t('confirm')}
              </LinkButton>
            </span>
          }
        >
          {t('next')}
        </Alert>
      )}
      {session && (
        <>
          <PackList session={session} />
          {!isDone && (
            <Button onClick={stopPacking} className="self-start">
              {t('leave')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
