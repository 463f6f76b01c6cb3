import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { CopyButton } from '#components/ui/copy-button';
import { DataTable } from '#components/ui/data-table';
import { Disclosure } from '#components/ui/disclosure';
import { Code, DimensionsText, Quantity, WeightText } from '#components/ui/figures';
import { Status } from '#components/ui/status';
import {
  type BoxLabelFormat,
  contentMethodOf,
  type InboundPlan,
  type PlanShipment,
  whyNotPrinted,
} from '#lib/inbound';
import { LabelForm } from './label-form.tsx';
import { ShipmentStatus } from '../shipment-status.tsx';

type ShipmentCardProps = {
  readonly planId: string;
  readonly plan: InboundPlan;
  readonly shipment: PlanShipment;
  readonly formats: readonly BoxLabelFormat[];
  readonly isPrinted: boolean;
  readonly mayPrint: boolean;
  /** the paper of the printer at hand */
  readonly paper: string | undefined;
};

const FEW_BOXES = 12;

/** One shipment: where it goes, its labels, and its boxes. */
export async function ShipmentCard(props: ShipmentCardProps) {
  const { planId, shipment, formats, isPrinted, paper } = props;
  const cancelled = whyNotPrinted(props.plan, shipment);
  const mayPrint = props.mayPrint && !cancelled;
  const t = await getTranslations('box-labels');
  const { destination, boxes } = shipment;
  const name = shipment.confirmationId ?? shipment.id;
  const place = [destination?.city, destination?.stateOrProvinceCode].filter(Boolean).join(', ');
  const boxIds = boxes.map(({ boxId }) => boxId).filter((boxId) => boxId !== undefined);
  const table = <Boxes shipment={shipment} />;
  return (
    <section
      aria-label={name}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-3"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-x-2 text-lg font-semibold">
            <span className="font-mono">{name}</span>
            <CopyButton text={name} what={name} />
          </h3>
          <p>
            {shipment.warehouseId && <Code>{shipment.warehouseId}</Code>}{' '}
            <span className="text-muted">{place}</span>
          </p>
          <p className="flex flex-wrap gap-x-4">
            <ShipmentStatus status={shipment.status} />
            <Status tone={isPrinted ? 'success' : 'neutral'}>
              {t(isPrinted ? 'printed' : 'notPrinted')}
            </Status>
            <span className="text-muted">{t('boxCount', { count: boxes.length })}</span>
          </p>
        </div>
        {mayPrint && (
          <LabelForm
            key={paper}
            address={`/inbound/${planId}/box-labels`}
            shipmentId={shipment.id}
            boxCount={boxes.length}
            formats={formats}
            paper={paper}
            method={contentMethodOf(props.plan)}
          />
        )}
      </div>
      {cancelled && <Problems problems={[cancelled]} />}
      {boxes.length > FEW_BOXES ? (
        <Disclosure summary={t('showBoxes', { count: boxes.length })}>{table}</Disclosure>
      ) : (
        table
      )}
      <p className="flex items-center gap-1 text-sm text-muted">
        {t('copyAll')} <CopyButton text={boxIds.join('\n')} what={t('allBoxIds')} />
      </p>
    </section>
  );
}

type BoxesProps = { readonly shipment: PlanShipment };

async function Boxes({ shipment }: BoxesProps) {
  const t = await getTranslations('box-labels');
  return (
    <DataTable
      id={`boxes-${shipment.id}`}
      caption={t('boxesOf', { shipment: shipment.confirmationId ?? shipment.id })}
      captionHidden
      rows={shipment.boxes}
      rowKey={({ packageId }) => packageId}
      columns={[
        {
          key: 'box',
          header: t('boxId'),
          cell: ({ boxId }) => (boxId === undefined ? t('noBoxId') : <Code>{boxId}</Code>),
        },
        {
          key: 'weight',
          header: t('weight'),
          numeric: true,
          cell: ({ weight }) => weight && <WeightText value={weight} />,
        },
        {
          key: 'size',
          header: t('size'),
          numeric: true,
          cell: ({ dimensions }) => dimensions && <DimensionsText value={dimensions} />,
        },
        {
          key: 'units',
          header: t('units'),
          numeric: true,
          cell: ({ items }) => (
            <Quantity value={items.reduce((sum, { quantity }) => sum + quantity, 0)} />
          ),
        },
        {
          key: 'contents',
          header: t('contents'),
          wrap: true,
          cell: ({ items }) =>
            items.map(({ sku, quantity, expiry }) => (
              <span key={`${sku} ${expiry ?? ''}`} className="me-3 inline-block">
                <Code>{sku}</Code> × <Quantity value={quantity} />
                {expiry !== undefined && (
                  <span className="ms-1 text-muted">{t('expires', { date: expiry })}</span>
                )}
              </span>
            )),
        },
      ]}
    />
  );
}
