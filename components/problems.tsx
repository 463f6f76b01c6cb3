'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';

import type { Problem } from '#lib/kernel';

import { groupProblems, type ProblemGroup } from './problem-groups.ts';
import { useProblemSentences } from './problem-sentences.ts';
import { Alert, type AlertLevel } from './ui/alert.tsx';
import { Disclosure } from './ui/disclosure.tsx';

type ProblemsProps = {
  readonly problems: readonly Problem[];
  readonly level?: AlertLevel;
  /** The one thing to do about them. */
  readonly action?: ReactNode;
  /** Takes the focus when it appears: for the answer to a form that was just sent. */
  readonly takesFocus?: boolean;
  /** Headings other than "mend these n things". */
  readonly title?: ReactNode;
  /** The scope of the form that the problems are of, where it has one. */
  readonly scope?: string;
};

/** What stands in the way, where, and how to mend it; the same fix is told once. */
export function Problems(props: ProblemsProps) {
  const { problems, level = 'blocking', takesFocus = false } = props;
  const t = useTranslations('problems');
  const groups = groupProblems(problems, useProblemSentences(), props.scope);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (takesFocus && problems.length > 0) box.current?.focus();
  }, [takesFocus, problems]);

  if (problems.length === 0) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      level={level}
      live
      title={props.title ?? t(`title.${level}`, { count: problems.length })}
      {...(props.action && { action: props.action })}
    >
      {groups.map((group) => (
        <Group key={`${group.code} ${group.fix}`} group={group} />
      ))}
    </Alert>
  );
}

type GroupProps = { readonly group: ProblemGroup };

const SHOWN = 8;

function Group({ group }: GroupProps) {
  const t = useTranslations('problems');
  const shown = group.lines.slice(0, SHOWN);
  const rest = group.lines.slice(SHOWN);
  return (
    <div className="flex flex-col gap-1">
      <Lines lines={shown} />
      {rest.length > 0 && (
        <Disclosure summary={t('more', { count: rest.length })}>
          <Lines lines={rest} />
        </Disclosure>
      )}
      {group.fix && <p className="text-ink">{group.fix}</p>}
      {(group.amazonMessages.length > 0 || group.requestIds.length > 0) && (
        <div className="border-s-2 border-edge ps-2 text-sm">
          {group.amazonMessages.length > 0 && <p className="text-muted">{t('amazonSaid')}</p>}
          {group.amazonMessages.map((words) => (
            <p key={words} lang="en">
              {words}
            </p>
          ))}
          {group.requestIds.map((id) => (
            <p key={id} className="text-muted">
              {t('requestId', { id })}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

type LinesProps = { readonly lines: ProblemGroup['lines'] };

function Lines({ lines }: LinesProps) {
  return (
    <ul className="flex flex-col gap-0.5">
      {lines.map(({ what, where, href }) => (
        <li key={`${what} ${href}`}>
          {href ? (
            <a
              href={href}
              className="inline-block min-h-6 py-0.5 text-danger underline underline-offset-2"
            >
              {[where, what].filter(Boolean).join(': ')}
            </a>
          ) : (
            [where, what].filter(Boolean).join(': ')
          )}
        </li>
      ))}
    </ul>
  );
}
