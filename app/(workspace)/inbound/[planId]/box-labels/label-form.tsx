'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/checkbox';
import { Disclosure } from '#components/ui/disclosure';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import type { BoxLabelFormat, ContentMethod } from '#lib/inbound';
import { BOX_LABEL_FORMATS } from '#lib/labels';
import { BOX_PAPERS } from '../../../../printing/box-papers.ts';
import { TruePreview } from '../../../../printing/true-preview.tsx';

type LabelFormProps = {
  readonly address: string;
  readonly shipmentId: string;
  readonly boxCount: number;
  readonly formats: readonly BoxLabelFormat[];
  /** the paper of the printer at hand */
  readonly paper: string | undefined;
  /** how Amazon learns what is in the boxes */
  readonly method: ContentMethod;
};

/** What the labels of a shipment are printed on, and a look at them. */
export function LabelForm(props: LabelFormProps) {
  const { address, shipmentId, boxCount, formats, paper } = props;
  const t = useTranslations('box-labels');
  const papers = useTranslations('papers');
  const form = useRef<HTMLFormElement>(null);
  const [looked, setLooked] = useState<URLSearchParams>();

  function look(): void {
    if (!form.current) return;
    const entered = [...new FormData(form.current)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    setLooked(new URLSearchParams(entered));
  }

  return (
    <div className="flex min-w-0 flex-col gap-3 sm:max-w-sm">
      <form
        ref={form}
        method="get"
        action={`${address}/print`}
        target="_blank"
        className="flex flex-col gap-2"
      >
        <input type="hidden" name="shipment" value={shipmentId} />
        <div className="flex flex-wrap items-end gap-2">
          <Select
            name={`format.${shipmentId}`}
            label={t('format')}
            options={formats.map((format) => ({ value: format, label: t(`formats.${format}`) }))}
          />
          <SubmitButton>{t('print', { count: boxCount })}</SubmitButton>
          <Button variant="secondary" onClick={look}>
            {papers('look')}
          </Button>
        </div>
        <LayoutFields shipmentId={shipmentId} paper={paper} method={props.method} />
      </form>
      {looked && (
        <TruePreview
          src={`${address}/preview?${looked}`}
          widthMm={widthMm(looked, shipmentId)}
          name={t('labels')}
        />
      )}
    </div>
  );
}

type LayoutFieldsProps = Pick<LabelFormProps, 'shipmentId' | 'paper' | 'method'>;

function LayoutFields({ shipmentId, paper, method }: LayoutFieldsProps) {
  const t = useTranslations('box-labels');
  const papers = useTranslations('settings.printers.boxPapers');
  const name2d = `content2d.${shipmentId}`;
  return (
    <>
      {method === 'BARCODE_2D' && (
        <p className="text-sm text-muted">
          <input type="hidden" name={name2d} value="on" />
          {t('needs2d')}
        </p>
      )}
      <Disclosure summary={t('layout')} open={paper !== undefined}>
        <div className="flex flex-col gap-2">
          <Select
            name={`paper.${shipmentId}`}
            label={t('paper')}
            hint={t('layoutHint')}
            defaultValue={paper}
            options={[
              { value: '', label: t('asAmazon') },
              ...BOX_PAPERS.map((value) => ({ value, label: papers(value) })),
            ]}
          />
          <Select
            name={`order.${shipmentId}`}
            label={t('order')}
            options={(['by-box', 'by-kind'] as const).map((value) => ({
              value,
              label: t(`orders.${value}`),
            }))}
          />
          <Checkbox name={`contents.${shipmentId}`} label={t('withContents')} />
          {method === 'BOX_CONTENT_PROVIDED' && <Checkbox name={name2d} label={t('with2d')} />}
        </div>
      </Disclosure>
    </>
  );
}

function widthMm(asked: URLSearchParams, shipmentId: string): number {
  const paper = asked.get(`paper.${shipmentId}`);
  const named = paper === null || paper === '' ? asked.get(`format.${shipmentId}`) : paper;
  return BOX_LABEL_FORMATS.find(({ pageType }) => pageType === named)?.pageWidthMm ?? 101.6;
}
