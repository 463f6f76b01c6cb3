import { problem, type Problem } from '#lib/kernel';
import { blocking, type Findings, gather, warning } from './findings.ts';
import type { MainLeg } from './inbound-plan.ts';

export const MAIN_LEG_MODES = ['OCEAN_FCL', 'OCEAN_LCL', 'AIR'] as const;

const LONGEST = 100;
const MOST_CONTAINERS = 50;

/** What a forwarder gave for the voyage or flight: the numbers must be such that others find it. */
export function checkMainLeg({
  mode,
  forwarder,
  booking,
  billOfLading,
  containers,
}: MainLeg): Findings {
  const texts = { forwarder, booking, billOfLading };
  return gather(
    blocking(
      booking === '' && billOfLading === ''
        ? problem('booking-or-bill-needed', {}, 'booking')
        : undefined,
      ...Object.entries(texts).map(([field, text]) =>
        text.length > LONGEST
          ? problem('text-too-long', { most: LONGEST, length: text.length }, field)
          : undefined,
      ),
      containers.length > MOST_CONTAINERS
        ? problem('too-many-containers', { most: MOST_CONTAINERS }, 'containers')
        : undefined,
      mode === 'AIR' && containers.length > 0
        ? problem('no-containers-by-air', {}, 'containers')
        : undefined,
      ...containers.map(checkContainer),
      ...repeated(containers),
    ),
    warning(
      mode === 'AIR' && billOfLading !== '' && !isAirWaybill(billOfLading)
        ? problem('air-waybill-unusual', { number: billOfLading }, 'billOfLading')
        : undefined,
    ),
  );
}

/** Container numbers as pasted, one by one, in capitals and without blanks or dashes. */
export function readContainers(text: string): string[] {
  return text
    .split(/[\n,;]+/)
    .map((part) => part.replaceAll(/[\s-]/g, '').toUpperCase())
    .filter((part) => part !== '');
}

function checkContainer(number: string): Problem | undefined {
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(number))
    return problem('container-no-number', { number }, 'containers');
  if (checkDigit(number) !== Number(number.at(-1)))
    return problem('container-check-digit', { number }, 'containers');
  return undefined;
}

// ISO 6346: letters count from 10 on, leaving out the multiples of 11; each place doubles.
function checkDigit(number: string): number {
  const sum = Array.from(number.slice(0, 10), valueOf).reduce(
    (total, value, place) => total + value * 2 ** place,
    0,
  );
  return (sum % 11) % 10;
}

function valueOf(sign: string): number {
  const value = Number.parseInt(sign, 36);
  if (value < 10) return value;
  return value + Math.floor((value - 1) / 10);
}

function repeated(containers: readonly string[]): Problem[] {
  const seen = new Set<string>();
  return containers
    .filter((number) => seen.size === seen.add(number).size)
    .map((number) => problem('container-twice', { number }, 'containers'));
}

// IATA Resolution 600a: an airline's prefix, seven digits and their remainder by seven.
function isAirWaybill(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^\d{11}$/.test(digits)) return false;
  return Number(digits.slice(3, 10)) % 7 === Number(digits.at(-1));
}
