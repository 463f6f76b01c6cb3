import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { FileDrop } from '#components/ui/file-drop';
import type { TrackingEntry } from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import { readNumberFile } from './read-numbers.ts';

type NumberFileProps = {
  /** fills in what belongs to a box here, and says how many these are */
  readonly take: (entries: readonly TrackingEntry[]) => number;
};

/** Numbers of all boxes out of a forwarder's or carrier's file. */
export function NumberFile({ take }: NumberFileProps) {
  const t = useTranslations('tracking');
  const [taken, setTaken] = useState<number>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  async function read(file: File): Promise<void> {
    const numbers = await readNumberFile(new Uint8Array(await file.arrayBuffer()));
    setProblems(numbers.ok ? [] : numbers.problems);
    setTaken(numbers.ok ? take(numbers.value) : undefined);
  }

  return (
    <div className="flex flex-col gap-2 noscript:hidden">
      <FileDrop
        name="numbers"
        label={t('dropFile')}
        hint={t('dropHint')}
        accept=".csv,.txt,.tsv,.xlsx"
        onFile={(file) => void read(file)}
      />
      <Problems problems={problems} />
      {taken !== undefined && (
        <Alert
          level={taken > 0 ? 'success' : 'warning'}
          live
          title={t('taken', { count: taken })}
        />
      )}
    </div>
  );
}
