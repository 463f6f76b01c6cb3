'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { Button } from '#components/ui/button';

type TruePreviewProps = {
  /** where the picture of the first page comes from */
  readonly src: string;
  readonly widthMm: number;
  readonly name: string;
};

/** The first page as it will come out of the printer, in the window's width or at true size. */
export function TruePreview({ src, widthMm, name }: TruePreviewProps) {
  const t = useTranslations('papers');
  const [isTrue, setTrue] = useState(false);
  const [failed, setFailed] = useState('');
  const shown = useDeferredValue(src);
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <div className="max-h-[34rem] overflow-auto rounded border border-edge bg-white">
        {/* eslint-disable-next-line nextjs/no-img-element -- drawn per request, never the same twice */}
        <img
          key={shown}
          src={shown}
          alt={t('preview', { paper: name })}
          onError={() => setFailed(shown)}
          onLoad={() => setFailed('')}
          style={isTrue ? { width: `${widthMm}mm`, maxWidth: 'none' } : { width: '100%' }}
        />
      </div>
      <figcaption className="flex flex-wrap items-center gap-3 text-sm text-muted">
        <Button variant="quiet" size="small" onClick={() => setTrue(!isTrue)} aria-pressed={isTrue}>
          {t(isTrue ? 'fit' : 'trueSize')}
        </Button>
        {failed === shown ? t('previewFailed') : isTrue ? t('trueSizeHint') : null}
      </figcaption>
    </figure>
  );
}
