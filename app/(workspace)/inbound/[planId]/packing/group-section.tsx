'use client';

import { useTranslations } from 'next-intl';
import type { Dispatch } from 'react';
import { Code, Quantity } from '#components/ui/figures';
import { FieldError } from '#components/ui/field';
import { Status } from '#components/ui/status';
import { type Balance, lineKey } from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import { fieldId } from '../../../../../components/ui/field-id.ts';
import { BoxCard } from './box-card.tsx';
import { EditButton } from './edit-button.tsx';
import { GroupGrid, type GroupGridProps } from './group-grid.tsx';
import type { PackAct } from './pack-state.ts';

type GroupSectionProps = GroupGridProps & {
  readonly hasCases: boolean;
  readonly view: PackView;
};

/** The boxes as a spreadsheet, or one by one as fields. */
export type PackView = 'grid' | 'cards';

/** SKUs that may share boxes, how far they are packed, and their boxes. */
export function GroupSection(props: GroupSectionProps) {
  const { title, group, boxes, edit, sums, view } = props;
  const t = useTranslations('packing');
  const expected = sums.reduce((sum, balance) => sum + balance.expected, 0);
  const isPacked = sums.every((balance) => balance.packed === balance.expected);
  const headingId = `group-${group.id}`;
  return (
    <section
      aria-labelledby={headingId}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-3 sm:p-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 id={headingId} className="text-lg font-semibold">
          {title}
        </h3>
        <span className="text-sm text-muted">
          {t('groupFacts', { skus: group.items.length, units: expected })}
        </span>
      </div>
      {view === 'grid' ? (
        <>
          <noscript>
            <Cards {...props} />
          </noscript>
          <GroupGrid {...props} />
        </>
      ) : (
        <Cards {...props} />
      )}
      <div className="flex flex-wrap gap-2">
        {view === 'grid' ? (
          <noscript>
            <AddButton groupId={group.id} edit={edit} />
          </noscript>
        ) : (
          <AddButton groupId={group.id} edit={edit} />
        )}
        {!isPacked && props.hasCases && (
          <EditButton
            intent={`cases.${group.id}`}
            onPress={() => edit({ kind: 'cases', groupId: group.id })}
          >
            {t('fromCases')}
          </EditButton>
        )}
        {!isPacked && (
          <EditButton
            intent={`rest.${group.id}`}
            onPress={() => edit({ kind: 'rest', groupId: group.id })}
          >
            {boxes.length <= 1 ? t('allInOne') : t('restInOne')}
          </EditButton>
        )}
      </div>
    </section>
  );
}

type AddButtonProps = { readonly groupId: string; readonly edit: Dispatch<PackAct> };

function AddButton({ groupId, edit }: AddButtonProps) {
  const t = useTranslations('packing');
  return (
    <EditButton intent={`add.${groupId}`} onPress={() => edit({ kind: 'add', groupId })}>
      {t('add')}
    </EditButton>
  );
}

function Cards(props: GroupSectionProps) {
  const { boxes, places, found } = props;
  return (
    <div className="flex flex-col gap-3">
      <Balances {...props} />
      {boxes.map((box) => {
        const place = places.get(box.id) ?? { index: 0 };
        const at = `boxes.${place.index}`;
        return (
          <BoxCard
            key={box.id}
            box={box}
            place={place}
            group={props.group}
            titles={props.titles}
            problems={found.blocking.filter((problem) => isAt(problem, at))}
            warnings={found.warnings.filter((problem) => isAt(problem, at))}
            edit={props.edit}
          />
        );
      })}
    </div>
  );
}

function isAt(problem: Problem, at: string): boolean {
  return problem.at === at || problem.at?.startsWith(`${at}.`) === true;
}

function Balances({ group, titles, sums, found, refused }: GroupSectionProps) {
  const t = useTranslations('packing');
  return (
    <section
      aria-label={t('balances')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll area must be reachable
      tabIndex={0}
      className="max-h-80 overflow-auto rounded border border-line"
    >
      <table className="w-full text-start">
        <thead>
          <tr className="bg-raised text-sm">
            <th scope="col" className="px-2.5 py-1 text-start">
              {t('sku')}
            </th>
            <th scope="col" className="px-2.5 py-1 text-end">
              {t('packed')}
            </th>
            <th scope="col" className="px-2.5 py-1 text-end">
              {t('expected')}
            </th>
            <th scope="col" className="px-2.5 py-1 text-start">
              {t('difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map((balance) => {
            const at = `groups.${group.id}.${balance.sku}`;
            const mine = [
              ...found.blocking.filter((problem) => problem.at === at),
              ...refused.filter(({ facts }) => facts['subject'] === balance.sku),
            ];
            return (
              <tr
                key={lineKey(balance)}
                id={fieldId(at)}
                tabIndex={-1}
                className="border-t border-line align-top"
              >
                <th scope="row" className="px-2.5 py-1 text-start font-normal">
                  <Code>{balance.sku}</Code>
                  {balance.expiry !== undefined && (
                    <span className="ms-2 text-sm">{t('expires', { date: balance.expiry })}</span>
                  )}
                  <span className="line-clamp-1 text-sm text-muted">
                    {titles.get(lineKey(balance))}
                  </span>
                  {mine.length > 0 && <FieldError id={`${fieldId(at)}-error`} problems={mine} />}
                </th>
                <td className="px-2.5 py-1 text-end">
                  <Quantity value={balance.packed} />
                </td>
                <td className="px-2.5 py-1 text-end">
                  <Quantity value={balance.expected} />
                </td>
                <td className="px-2.5 py-1 whitespace-nowrap">
                  <Difference balance={balance} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

type DifferenceProps = { readonly balance: Balance };

/** Loud while units are missing or too many, quiet once they meet. */
function Difference({ balance }: DifferenceProps) {
  const t = useTranslations('packing');
  const left = balance.expected - balance.packed;
  if (left === 0) return <span className="text-sm text-muted">✓ {t('exact')}</span>;
  if (left > 0) return <Status tone="warning">{t('left', { count: left })}</Status>;
  return <Status tone="danger">{t('tooMany', { count: -left })}</Status>;
}
