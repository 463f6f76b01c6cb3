import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, DimensionsText, Quantity, WeightText } from '#components/ui/figures';
import { ProblemText } from '#components/problem-text';
import { Status } from '#components/ui/status';
import {
  asTold,
  boxCount,
  boxesUnlike,
  type InboundPlan,
  lineKey,
  type PlannedBox,
  unitsIn,
} from '#lib/inbound';
import type { Problem } from '#lib/kernel';

type SentBoxesProps = { readonly plan: InboundPlan };
type Row = PlannedBox & { readonly number: number; readonly unlike: readonly Problem[] };

/** The boxes as Amazon has them. */
export function SentBoxes({ plan }: SentBoxesProps) {
  const t = useTranslations('packing');
  // Once there are shipments, what they hold is compared with what was sent.
  const unlike =
    plan.shipments.length === 0
      ? []
      : boxesUnlike(
          asTold(plan, plan.boxes),
          asTold(
            plan,
            plan.shipments.flatMap(({ boxes }) => boxes),
          ),
        );
  const rows = plan.boxes.map((box, index) => ({
    ...box,
    number: index + 1,
    unlike: unlike.filter(({ at = '' }) => `${at}.`.startsWith(`boxes.${index}.`)),
  }));
  const groups = plan.packing?.groups ?? [];
  const nameOf = (groupId: string): string => {
    const index = groups.findIndex(({ id }) => id === groupId);
    const destination = groups[index]?.destination;
    return destination === undefined
      ? t('group', { number: index + 1 })
      : t('groupOfShipment', { number: index + 1, destination });
  };
  const units = plan.boxes.reduce((sum, box) => sum + unitsIn(box) * box.copies, 0);
  const columns: readonly Column<Row>[] = [
    {
      key: 'box',
      header: t('boxHeading'),
      cell: ({ number }) => t('box', { number }),
      total: t('total'),
    },
    {
      key: 'group',
      header: t('groupHeading'),
      cell: ({ groupId }) => nameOf(groupId),
    },
    {
      key: 'copies',
      header: t('copies'),
      numeric: true,
      cell: copiesCell,
      total: <Quantity value={boxCount(plan)} />,
    },
    { key: 'size', header: t('size'), numeric: true, cell: sizeCell },
    { key: 'weight', header: t('weight'), numeric: true, cell: weightCell },
    { key: 'content', header: t('content'), cell: contentCell, wrap: true },
    {
      key: 'units',
      header: t('unitsEach'),
      numeric: true,
      cell: unitsCell,
      total: <Quantity value={units} />,
    },
  ];
  return (
    <DataTable
      id="boxes"
      caption={t('tableCaption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ number }) => String(number)}
    />
  );
}

const copiesCell = ({ copies }: Row) => <Quantity value={copies} />;
const sizeCell = ({ dimensions }: Row) => dimensions && <DimensionsText value={dimensions} />;
const weightCell = ({ weight }: Row) => weight && <WeightText value={weight} />;
const unitsCell = (box: Row) => <Quantity value={unitsIn(box)} />;
const contentCell = ({ items, unlike }: Row) => (
  <ul>
    {unlike.map((problem) => (
      <li key={JSON.stringify(problem)}>
        <Status tone="danger">
          <ProblemText problem={problem} />
        </Status>
      </li>
    ))}
    {items.map((item) => (
      <li key={lineKey(item)}>
        <Quantity value={item.quantity} /> × <Code>{item.sku}</Code>
        {item.expiry !== undefined && <span className="ms-1.5 text-sm">{item.expiry}</span>}
      </li>
    ))}
  </ul>
);
