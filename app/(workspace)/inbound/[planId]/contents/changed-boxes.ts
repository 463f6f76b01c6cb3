import type { BoxItem, ChangedBox, ShipmentBox } from '#lib/inbound';
import {
  ok,
  optional,
  problem,
  type Problem,
  readDecimal,
  readTypedDimensions,
  readTypedWeight,
  refuse,
  type Result,
} from '#lib/kernel';
import type { BoxEdit } from './edits.ts';

/** The boxes of a shipment with what was typed into those that were shown; the others stay. */
export function changedBoxes(
  boxes: readonly ShipmentBox[],
  edits: readonly BoxEdit[],
): Result<readonly ChangedBox[]> {
  const problems: Problem[] = [];
  const byId = new Map(edits.map((edit, index) => [edit.packageId, { edit, index }]));
  const kept = boxes.flatMap((box): ChangedBox[] => {
    const { packageId, items, ...measures } = box;
    const { edit, index } = byId.get(packageId) ?? {};
    if (edit?.gone !== undefined) return [];
    const known = {
      packageId,
      items,
      ...optional('dimensions', measures.dimensions),
      ...optional('weight', measures.weight),
    };
    return [edit ? { ...known, ...read(edit, `edits.${index}`, problems) } : known];
  });
  const fresh = edits.flatMap((edit, index): ChangedBox[] =>
    edit.packageId === undefined && !isBlank(edit) ? [read(edit, `edits.${index}`, problems)] : [],
  );
  return problems.length > 0 ? refuse(...problems) : ok([...kept, ...fresh]);
}

function isBlank({ weight, items }: BoxEdit): boolean {
  return [weight, ...items.map(({ quantity }) => quantity)].every((text) => text.trim() === '');
}

function read(edit: BoxEdit, at: string, problems: Problem[]): ChangedBox {
  const taken = <Value>(result: Result<Value>, place: string): Value | undefined => {
    if (result.ok) return result.value;
    problems.push(
      ...result.problems.map(({ code, facts, at: own = place }) => problem(code, facts, own)),
    );
    return undefined;
  };
  const { length = '', width = '', height = '', lengthUnit } = edit;
  const sides = { length, width, height };
  return {
    ...optional('weight', taken(readTypedWeight(edit.weight, edit.weightUnit), `${at}.weight`)),
    ...optional('dimensions', lengthUnit && taken(readTypedDimensions(sides, lengthUnit, at), at)),
    items: edit.items.flatMap(({ sku, expiry, quantity }, index): BoxItem[] => {
      if (quantity.trim() === '') return [];
      const units = taken(readDecimal(quantity, 0), `${at}.items.${index}.quantity`) ?? 0;
      return units === 0 ? [] : [{ sku, ...optional('expiry', expiry), quantity: units }];
    }),
  };
}
