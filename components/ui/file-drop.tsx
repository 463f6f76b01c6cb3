'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';

import { formatNumber } from '#lib/i18n';

import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

type FileDropProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly accept?: string;
  readonly required?: boolean;
  /** Told when a file was chosen or dropped, for forms that send at once. */
  readonly onFile?: (file: File) => void;
};

/** A native file input with a large place to drop on; it works as a plain input without JavaScript. */
export function FileDrop({ name, label, hint, accept, required, onFile }: FileDropProps) {
  const t = useTranslations('ui');
  const locale = useLocale();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [over, setOver] = useState(false);

  function show(): void {
    const chosen = input.current?.files?.[0];
    setFile(chosen);
    if (chosen) onFile?.(chosen);
  }
  const showRef = useRef(show);

  // Chosen before JavaScript had taken over.
  useEffect(() => {
    if (input.current?.files?.length) showRef.current();
  }, []);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    show();
  }

  return (
    <div
      className={classNames(
        'flex flex-col items-start gap-2 rounded border border-dashed border-edge p-4',
        over ? 'bg-selected' : 'bg-surface',
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id} className="flex items-center gap-2 font-semibold">
        <Icon name="upload" />
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <input
        ref={input}
        id={id}
        type="file"
        name={name}
        required={required}
        onChange={show}
        {...(accept && { accept })}
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        className="max-w-full text-sm file:me-3 file:min-h-8 file:cursor-pointer file:rounded file:border file:border-solid file:border-edge file:bg-surface file:px-3 file:text-base file:font-medium file:text-ink"
      />
      <output className="text-sm">
        {file &&
          t('fileChosen', { name: file.name, size: formatNumber(locale, file.size / 1_000, 1) })}
      </output>
    </div>
  );
}
