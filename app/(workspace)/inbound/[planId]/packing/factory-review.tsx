'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { Problems } from '#components/problems';
import { Button } from '#components/ui/button';
import { Quantity } from '#components/ui/figures';
import { Status, type Tone } from '#components/ui/status';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import type {
  Certainty,
  FactoryBalance,
  FactoryChoices,
  FactoryList,
  Inference,
} from '#lib/flat-files';
import { boxesFromFactory, expectedItems, type PlannedBox } from '#lib/inbound';
import type { FactoryLayout } from '#lib/inbound/server';
import { INPUT_STYLE } from '../../../../../components/ui/input-style.ts';
import type { Packing } from './box-list.ts';
import { withChoice } from './factory-choice.ts';
import { rememberFactory } from './library-actions.ts';

type FactoryReviewProps = {
  readonly packing: Packing;
  readonly content: Uint8Array | string;
  readonly factories: readonly FactoryLayout[];
  readonly take: (boxes: readonly PlannedBox[], groupIds: readonly string[]) => void;
};

/** How a factory's list was understood, open to change, and whether it comes out even. */
export function FactoryReview({ packing, content, take, factories }: FactoryReviewProps) {
  const t = useTranslations('packing');
  const { plan } = packing;
  const groups = plan.packing?.groups ?? [];
  const expected = useMemo(() => expectedItems(plan), [plan]);
  const [chosen, setChosen] = useState<FactoryChoices>({});
  const [list, setList] = useState<FactoryList>();
  const [factory, setFactory] = useState('');
  const remembered = factories.find(({ name }) => name === factory.trim())?.choices;

  useEffect(() => {
    let isOld = false;
    async function understand(): Promise<void> {
      const { readFactoryList } = await import('#lib/flat-files');
      const read = readFactoryList({ content, expected, chosen, remembered: remembered ?? {} });
      if (!isOld && read.ok) setList(read.value);
    }
    void understand();
    return () => {
      isOld = true;
    };
  }, [content, expected, chosen, remembered]);

  if (!list) return null;
  const boxes = list.blocking.length === 0 ? boxesFromFactory(groups, list.cartons) : undefined;
  const blocking = boxes && !boxes.ok ? boxes.problems : list.blocking;
  const count = list.cartons.reduce((sum, { copies }) => sum + copies, 0);
  const open = list.inferences.filter(isOpen);
  return (
    <section aria-label={t('factory.title')} className="flex flex-col gap-3">
      <h3 className="font-semibold">{t('factory.title')}</h3>
      <FactoryName name={factory} change={setFactory} factories={factories} />
      <Balances balance={list.balance} />
      {open.length > 0 && (
        <div className="flex flex-col gap-1.5">
          <h4 className="text-sm font-semibold">{t('factory.understood')}</h4>
          {open.map((inference) => (
            <InferenceRow
              key={`${inference.about} ${inference.subject}`}
              inference={inference}
              choose={(value) => setChosen((before) => withChoice(before, inference, value))}
            />
          ))}
        </div>
      )}
      <Problems problems={blocking} />
      <Problems problems={list.warnings} level="warning" />
      <div>
        <Button
          variant="primary"
          disabled={!boxes?.ok}
          onClick={() => {
            if (!boxes?.ok) return;
            take(
              boxes.value,
              groups.map(({ id }) => id),
            );
            void remember(factory, list, { chosen, remembered });
          }}
        >
          {t('factory.take', { count })}
        </Button>
      </div>
    </section>
  );
}

type FactoryNameProps = {
  readonly name: string;
  readonly change: (name: string) => void;
  readonly factories: readonly FactoryLayout[];
};

/** Whose list it is: what was settled for the last one of the same factory holds for this one. */
function FactoryName({ name, change, factories }: FactoryNameProps) {
  const t = useTranslations('packing');
  return (
    <>
      <TextField
        name="factory"
        label={t('factory.name')}
        hint={t('factory.nameHint')}
        optional
        list="factories"
        value={name}
        onChange={(event) => change(event.target.value)}
        className="max-w-80"
      />
      <datalist id="factories">
        {factories.map((one) => (
          <option key={one.name} value={one.name}>
            {one.name}
          </option>
        ))}
      </datalist>
    </>
  );
}

type Settled = {
  readonly chosen: FactoryChoices;
  readonly remembered: FactoryChoices | undefined;
};

/** A list without a name of its factory is read and forgotten. */
async function remember(
  name: string,
  list: FactoryList,
  { chosen, remembered }: Settled,
): Promise<void> {
  if (name.trim() === '') return;
  const { factoryMapping } = await import('#lib/flat-files');
  const form = new FormData();
  form.set('name', name);
  form.set('choices', JSON.stringify(factoryMapping(list, chosen, remembered)));
  await rememberFactory(NO_FORM_STATE, form);
}

/** Columns that the list names itself are no news; everything else is shown. */
function isOpen({ about, certainty, value }: Inference): boolean {
  return about !== 'column' || (certainty !== 'stated' && value !== 'none') || value === 'none';
}

const TONES: Record<Certainty, Tone> = {
  chosen: 'success',
  stated: 'success',
  proved: 'success',
  remembered: 'info',
  likely: 'info',
  guess: 'warning',
};

type InferenceRowProps = {
  readonly inference: Inference;
  readonly choose: (value: string) => void;
};

function InferenceRow({ inference, choose }: InferenceRowProps) {
  const t = useTranslations('packing');
  const { about, subject = '', value, options, certainty, evidence } = inference;
  const words = (option: string) => {
    const key = `factory.values.${option}` as 'factory.values.none';
    return t.has(key) ? t(key) : option;
  };
  const label = t(`factory.about.${about}`, { subject });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label className="flex min-w-0 flex-wrap items-center gap-x-2">
        <span className="w-64 max-w-full truncate">{label}</span>
        {options.length > 0 ? (
          <select
            aria-label={label}
            value={value}
            onChange={(event) => choose(event.target.value)}
            className={`${INPUT_STYLE} w-56!`}
          >
            {value === '' && <option value="">{t('factory.choose')}</option>}
            {options.map((option) => (
              <option key={option} value={option}>
                {words(option)}
              </option>
            ))}
          </select>
        ) : (
          <span className="w-56">{words(value)}</span>
        )}
      </label>
      <Status tone={TONES[certainty]}>{t(`factory.certainty.${certainty}`)}</Status>
      <span className="text-sm text-muted">{t(`factory.evidence.${evidence.kind}`)}</span>
    </div>
  );
}

type BalancesProps = { readonly balance: readonly FactoryBalance[] };

function Balances({ balance }: BalancesProps) {
  const t = useTranslations('packing');
  return (
    <table className="text-start">
      <caption className="sr-only">{t('balances')}</caption>
      <thead>
        <tr className="text-sm">
          <th scope="col" className="pe-4 text-start">
            {t('sku')}
          </th>
          <th scope="col" className="pe-4 text-end">
            {t('factory.listed')}
          </th>
          <th scope="col" className="pe-4 text-end">
            {t('expected')}
          </th>
          <th scope="col" className="text-start">
            {t('difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {balance.map(({ sku, expiry, listed, expected }) => (
          <tr key={`${sku} ${expiry}`}>
            <th scope="row" className="pe-4 text-start font-mono text-sm font-normal">
              {sku} {expiry}
            </th>
            <td className="pe-4 text-end tabular-nums">
              <Quantity value={listed} />
            </td>
            <td className="pe-4 text-end tabular-nums">
              <Quantity value={expected} />
            </td>
            <td>
              {listed === expected ? (
                <span className="text-sm text-muted">✓ {t('exact')}</span>
              ) : (
                <Status tone="danger">
                  {listed < expected
                    ? t('left', { count: expected - listed })
                    : t('tooMany', { count: listed - expected })}
                </Status>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
