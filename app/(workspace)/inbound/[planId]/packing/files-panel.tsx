'use client';

import { useTranslations } from 'next-intl';
import { type Dispatch, useRef, useState } from 'react';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { Button } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { FileDrop } from '#components/ui/file-drop';
import { TextAreaField } from '#components/ui/text-field';
import type { PlannedBox } from '#lib/inbound';
import type { FactoryLayout } from '#lib/inbound/server';
import type { Packing } from './box-list.ts';
import { FactoryReview } from './factory-review.tsx';
import { type FileReading, readDroppedFile } from './read-dropped-file.ts';
import type { PackAct } from './pack-state.ts';
import { RefusedCells } from './refused-cells.tsx';

type FilesPanelProps = {
  readonly packing: Packing;
  readonly edit: Dispatch<PackAct>;
  readonly factories: readonly FactoryLayout[];
};

type Shown = FileReading | { readonly kind: 'taken'; readonly boxes: number };

/** Boxes out to files and in from them: Amazon's pack list, or the packing list of a factory. */
export function FilesPanel({ packing, edit, factories }: FilesPanelProps) {
  const t = useTranslations('packing');
  const { plan } = packing;
  const groups = plan.packing?.groups ?? [];
  const [shown, setShown] = useState<Shown>();
  const [pasted, setPasted] = useState('');
  const reading = useRef(0);

  async function read(content: File | string): Promise<void> {
    reading.current += 1;
    const mine = reading.current;
    const bytes =
      typeof content === 'string' ? content : new Uint8Array(await content.arrayBuffer());
    const next = await readDroppedFile(plan, bytes);
    // A second file may have been dropped while the first was read.
    if (mine !== reading.current) return;
    if (next.kind === 'boxes') take(next.boxes, [next.groupId]);
    else setShown(next);
  }

  function take(boxes: readonly PlannedBox[], groupIds: readonly string[]): void {
    edit({ kind: 'take', boxes, groupIds });
    setShown({ kind: 'taken', boxes: boxes.reduce((sum, { copies }) => sum + copies, 0) });
  }

  return (
    <Disclosure summary={t('files.title')}>
      <div className="flex flex-col gap-3 rounded border border-line bg-surface p-3 sm:p-4">
        <ul className="flex flex-col gap-1">
          {groups.map(({ id }, index) => (
            <li key={id} className="flex flex-wrap gap-x-3">
              <span>{t('files.download', { group: t('group', { number: index + 1 }) })}</span>
              {(['xlsx', 'csv'] as const).map((format) => (
                <a
                  key={format}
                  download
                  href={`/inbound/${plan.id}/packing/file?group=${index + 1}&format=${format}`}
                  className="text-link underline"
                >
                  {t(`files.${format}`)}
                </a>
              ))}
            </li>
          ))}
        </ul>
        <div className="grid gap-3 md:grid-cols-2 noscript:hidden">
          <FileDrop
            name="packing-file"
            label={t('files.drop')}
            hint={t('files.hint')}
            accept=".xlsx,.csv,.txt,.tsv"
            onFile={(file) => void read(file)}
          />
          <div className="flex flex-col items-start gap-2">
            <TextAreaField
              name="packing-text"
              label={t('files.paste')}
              value={pasted}
              onChange={(event) => setPasted(event.target.value)}
              className="w-full"
              code
            />
            <Button disabled={pasted.trim() === ''} onClick={() => void read(pasted)}>
              {t('files.read')}
            </Button>
          </div>
        </div>
        {shown && <Outcome {...{ shown, packing, take, edit, factories }} />}
      </div>
    </Disclosure>
  );
}

type OutcomeProps = FilesPanelProps & {
  readonly shown: Shown;
  readonly take: (boxes: readonly PlannedBox[], groupIds: readonly string[]) => void;
};

function Outcome({ shown, packing, take, edit, factories }: OutcomeProps) {
  const t = useTranslations('packing');
  if (shown.kind === 'boxes') return null;
  if (shown.kind === 'taken') {
    return (
      <Alert
        level="success"
        live
        title={t('files.taken', { count: shown.boxes })}
        action={<Button onClick={() => edit({ kind: 'undo' })}>{t('grid.undo')}</Button>}
      />
    );
  }
  if (shown.kind === 'refused') return <Problems problems={shown.problems} />;
  if (shown.kind === 'cells') return <RefusedCells reading={shown} />;
  return (
    <FactoryReview key={shown.key} content={shown.content} {...{ packing, take, factories }} />
  );
}
