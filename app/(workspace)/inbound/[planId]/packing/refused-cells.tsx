'use client';

import { useTranslations } from 'next-intl';
import { useProblemSentences } from '../../../../../components/problem-sentences.ts';
import { Alert } from '#components/ui/alert';
import { Button } from '#components/ui/button';
import { placeName, type RefusedCell } from '#lib/flat-files';
import type { CellsReading } from './read-dropped-file.ts';

const SHOWN = 20;

type RefusedCellsProps = { readonly reading: CellsReading };

/** What is wrong in a pack list, cell by cell, and the same file with it written in. */
export function RefusedCells({ reading }: RefusedCellsProps) {
  const t = useTranslations('packing');
  const { what, fix } = useProblemSentences();
  const { refused } = reading;
  const sentence = ({ problem }: RefusedCell) =>
    [what(problem), fix(problem)].filter(Boolean).join(' ');

  async function save(): Promise<void> {
    const copy = await copyWith(reading, sentence, t('files.toMend'));
    if (copy) download(copy, reading.sheet === undefined ? 'pack-list.csv' : 'pack-list.xlsx');
  }

  return (
    <Alert
      level="blocking"
      live
      title={t('files.cells', { count: refused.length })}
      action={<Button onClick={() => void save()}>{t('files.copy')}</Button>}
    >
      <ul className="flex flex-col gap-1">
        {refused.slice(0, SHOWN).map((cell) => (
          <li key={JSON.stringify(cell)}>
            <span className="me-1.5 font-mono text-sm">{nameOf(cell)}</span>
            {sentence(cell)}
          </li>
        ))}
      </ul>
      {refused.length > SHOWN && <p>{t('files.more', { count: refused.length - SHOWN })}</p>}
    </Alert>
  );
}

function nameOf({ place, line, column }: RefusedCell): string {
  if (place) return placeName(place);
  return column === undefined ? String(line) : `${column} ${line}`;
}

async function copyWith(
  { bytes, sheet, headerLine, refused }: CellsReading,
  sentence: (cell: RefusedCell) => string,
  title: string,
): Promise<Uint8Array | undefined> {
  const { markedCopy, markedWorkbook } = await import('#lib/flat-files');
  if (sheet === undefined) {
    const notes = refused.map((cell) => ({
      line: cell.line,
      text: sentence(cell),
      ...(cell.column !== undefined && { column: cell.column }),
    }));
    const copy = markedCopy(bytes, { separator: ',', headerLine }, notes, title);
    return copy.ok ? copy.value : undefined;
  }
  const notes = refused.map((cell) => ({
    place: cell.place ?? { row: cell.line, column: 1 },
    text: sentence(cell),
  }));
  const copy = markedWorkbook(bytes, { sheet, notes, title, headerRow: headerLine });
  return copy.ok ? copy.value : undefined;
}

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
