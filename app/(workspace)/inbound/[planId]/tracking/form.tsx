'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import type { PlanShipment, TrackingEntry } from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import { SeeCurrent } from '../see-current.tsx';
import { sendTracking } from './actions.ts';
import { BoxRow } from './box-row.tsx';
import { lookAt, type Typed } from './entry.ts';
import { NumberFile } from './number-file.tsx';
import { PasteBlock } from './paste-block.tsx';
import { readPastedNumbers } from './read-numbers.ts';

type TrackingFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly shipments: readonly PlanShipment[];
  /** what was sent before, also when Amazon refused it */
  readonly typed: Typed;
  readonly mayEdit: boolean;
};

/** One number per box, looked at while it is typed. */
export function TrackingForm({ planId, version, shipments, typed, mayEdit }: TrackingFormProps) {
  const t = useTranslations('tracking');
  const isAlive = useHydrated();
  const [values, setValues] = useState(typed);
  const settled = useDeferredValue(values);
  const looked = useMemo(() => lookAt(shipments, settled), [shipments, settled]);
  const type = useCallback((boxId: string, value: string) => {
    setValues((before) => ({ ...before, [boxId]: value }));
  }, []);

  function take(entries: readonly TrackingEntry[]): number {
    const known = new Set(shipments.flatMap(boxIdsOf));
    const mine = entries.filter(({ boxId, number }) => known.has(boxId) && number !== '');
    setValues((before) => ({
      ...before,
      ...Object.fromEntries(mine.map(({ boxId, number }) => [boxId, number])),
    }));
    return mine.length;
  }

  async function fill(shipment: PlanShipment, text: string): Promise<void> {
    const entries = await readPastedNumbers(text, boxIdsOf(shipment));
    const filled = entries.filter(({ boxId }) => boxId !== '');
    setValues((before) => ({
      ...before,
      ...Object.fromEntries(filled.map(({ boxId, number }) => [boxId, number])),
    }));
  }

  return (
    <ActionForm
      action={sendTracking}
      initial={NO_FORM_STATE}
      className="flex flex-1 flex-col gap-4"
    >
      {({ problems }) => {
        const here = at([...looked.problems, ...problems]);
        const warnings = at(looked.warnings);
        return (
          <>
            <SeeCurrent problems={problems} />
            <input type="hidden" name="planId" value={planId} />
            <input type="hidden" name="version" value={version} />
            {mayEdit && <NumberFile take={take} />}
            {shipments.map((shipment) => {
              const name = shipment.confirmationId ?? shipment.id;
              return (
                <section
                  key={shipment.id}
                  aria-label={name}
                  className="flex flex-col rounded border border-line bg-surface"
                >
                  <input
                    type="hidden"
                    name={`boxes.${shipment.id}`}
                    value={boxIdsOf(shipment).join(' ')}
                  />
                  <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line px-3 py-2">
                    <h3 className="font-semibold">
                      <span className="font-mono">{name}</span>{' '}
                      <span className="font-normal text-muted">{shipment.warehouseId}</span>
                    </h3>
                    <span className="text-sm text-muted">
                      {t('filled', {
                        count: filledIn(shipment, values),
                        total: shipment.boxes.length,
                        carrier: shipment.transport?.carrierName ?? '',
                      })}
                    </span>
                  </div>
                  {mayEdit && (
                    <div className="border-b border-line px-3 py-2">
                      <PasteBlock
                        shipmentId={shipment.id}
                        shipmentName={name}
                        onPaste={(text) => void fill(shipment, text)}
                      />
                    </div>
                  )}
                  <fieldset disabled={!mayEdit} className="min-w-0">
                    <legend className="sr-only">{t('numbersOf', { shipment: name })}</legend>
                    {shipment.boxes.map((box) => (
                      <BoxRow
                        key={box.packageId}
                        box={box}
                        value={values[box.boxId ?? ''] ?? ''}
                        onType={type}
                        {...found('problem', here, box.boxId)}
                        {...found('warning', warnings, box.boxId)}
                        {...couriersIn(looked.couriers, box.boxId)}
                      />
                    ))}
                  </fieldset>
                </section>
              );
            })}
            {mayEdit && (
              <StepFooter
                note={looked.problems.length > 0 && t('wrong', { count: looked.problems.length })}
                primary={
                  <SubmitButton size="large" pendingLabel={t('sending')}>
                    {isAlive ? t('send', { count: looked.count }) : t('sendAll')}
                  </SubmitButton>
                }
              />
            )}
          </>
        );
      }}
    </ActionForm>
  );
}

function boxIdsOf(shipment: PlanShipment): string[] {
  return shipment.boxes.map(({ boxId }) => boxId).filter((boxId) => boxId !== undefined);
}

function filledIn(shipment: PlanShipment, values: Typed): number {
  return boxIdsOf(shipment).filter((boxId) => (values[boxId] ?? '').trim() !== '').length;
}

function at(problems: readonly Problem[]): ReadonlyMap<string, Problem> {
  return new Map(problems.map((problem) => [problem.at ?? '', problem]));
}

function found<Name extends string>(
  name: Name,
  problems: ReadonlyMap<string, Problem>,
  boxId: string | undefined,
): { readonly [key in Name]?: Problem } {
  const problem = problems.get(`tracking.${boxId}`);
  return problem ? ({ [name]: problem } as { [key in Name]: Problem }) : {};
}

function couriersIn(couriers: ReturnType<typeof lookAt>['couriers'], boxId: string | undefined) {
  const known = couriers.get(boxId ?? '');
  return known ? { couriers: known } : {};
}
