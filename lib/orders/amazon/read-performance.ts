import { optional } from '#lib/kernel';
import type { Metric } from '../core/rates.ts';

export type ToldMetric = {
  readonly metric: Metric;
  readonly part: number;
  readonly whole: number;
  readonly share?: number;
  readonly target?: number;
};

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

type Source = readonly [metric: Metric, path: readonly string[], part: string, whole: string];

// Names of accountHealthReport-2020-11-18; the defects of our own orders stand under "mfn".
const SOURCES: readonly Source[] = [
  ['late-shipment-30', ['lateShipmentRate'], 'lateShipmentCount', 'orderCount'],
  ['cancellation', ['preFulfillmentCancellationRate'], 'cancellationCount', 'orderCount'],
  ['valid-tracking', ['validTrackingRate'], 'validTrackingCount', 'shipmentCount'],
  ['on-time-delivery', ['unitOnTimeDeliveryRate'], 'unitOnTimeDeliveryCount', 'totalUnitCount'],
  ['order-defect', ['orderDefectRate', 'mfn'], 'orderWithDefects', 'orderCount'],
];

/** What the seller performance report says of one store; nothing where it is no such report. */
export function readPerformance(text: string, marketplaceId: string): readonly ToldMetric[] {
  const report = fieldsOf(parsed(text));
  const stores: readonly unknown[] = Array.isArray(report['performanceMetrics'])
    ? report['performanceMetrics']
    : [];
  const store = stores.map(fieldsOf).find((each) => each['marketplaceId'] === marketplaceId);
  if (!store) return [];
  return SOURCES.flatMap(([metric, path, partName, wholeName]) => {
    const found = path.reduce<Fields>((at, name) => fieldsOf(at[name]), store);
    const part = numberOf(found[partName]) ?? numberOf(fieldsOf(found[partName])['count']);
    const whole = numberOf(found[wholeName]);
    if (part === undefined || whole === undefined) return [];
    return [
      {
        metric,
        part,
        whole,
        ...optional('share', whole === 0 ? undefined : part / whole),
        ...optional('target', fractionOf(numberOf(found['targetValue']))),
      },
    ];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Targets have been seen as 4 and as 0.04; none is below one percent or above all. */
function fractionOf(value: number | undefined): number | undefined {
  if (value === undefined) return undefined;
  return value >= 1 ? value / 100 : value;
}
