import { layersOf, letterOf, pictureOf, type Placement } from '#lib/cartonization';
import { formatDimensions, formatNumber, formatWeight, type Locale } from '#lib/i18n';
import { optional, writeTicks } from '#lib/kernel';
import type { GuideBox, GuideLayer, GuidePaper, GuideWords } from '#lib/labels';
import { type Arrangement, arrange } from '../core/arrangement.ts';
import { type InboundPlan, lineKey, type PlannedBox } from '../core/inbound-plan.ts';
import type { ShelfBox } from '../core/pack-shelf.ts';
import { readKey } from '../core/proposal.ts';

/** The words of the guide that are made of figures. */
export type PackingGuideWords = GuideWords & {
  readonly boxNumber: (number: number) => string;
  readonly layer: (number: number, height: string) => string;
  readonly laid: (size: string) => string;
};

type Source = {
  readonly plan: InboundPlan;
  readonly shelf: readonly ShelfBox[];
  readonly locale: Locale;
  readonly words: PackingGuideWords;
  readonly isPractice: boolean;
};

/** Time for places to be found in; the boxes after it are told without pictures. */
const MOST_MILLISECONDS = 8_000;
/** More pieces than this are a pattern that no picture on paper makes clear. */
const MOST_PIECES_DRAWN = 300;
const ASLANT = { turn: 30, tilt: 30 };
const FROM_ABOVE = { turn: 0, tilt: 90 };

/** How each kind of box of the plan is packed, in the numbers that the grid gives them. */
export async function packingGuide(source: Source): Promise<GuidePaper> {
  const { plan, shelf } = source;
  const until = performance.now() + MOST_MILLISECONDS;
  const boxes: GuideBox[] = [];
  for (const [index, box] of plan.boxes.entries()) {
    const found = performance.now() < until ? arrange(plan, box, shelf) : undefined;
    boxes.push(guideBox(source, box, { number: index + 1, found }));
    // Others' requests have their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { planName: plan.name, boxes, simulated: source.isPractice };
}

function guideBox(
  source: Source,
  box: PlannedBox,
  { number, found }: { readonly number: number; readonly found: Arrangement | undefined },
): GuideBox {
  const { plan, locale, words } = source;
  const titles = new Map(plan.lines.map((line) => [lineKey(line), line.title]));
  const drawn = found && found.placements.length <= MOST_PIECES_DRAWN ? found : undefined;
  const goods = box.items.map(lineKey);
  return {
    title: words.boxNumber(number),
    copiesText: formatNumber(locale, box.copies),
    ...optional('sizeText', box.dimensions && formatDimensions(locale, box.dimensions)),
    ...optional('weightText', box.weight && formatWeight(locale, box.weight)),
    ...optional('whole', drawn && marked(drawn.placements, drawn.room, { view: ASLANT, goods })),
    layers: drawn ? guideLayers(source, drawn, { goods, unit: box.dimensions?.unit ?? 'IN' }) : [],
    lines: box.items.map((item) => ({
      sku: item.sku,
      title: titles.get(lineKey(item)) ?? '',
      quantity: item.quantity,
      ...optional('expiryText', item.expiry),
    })),
  };
}

type Marks = {
  readonly view: { readonly turn: number; readonly tilt: number };
  readonly goods: readonly string[];
};

function marked(placements: readonly Placement[], room: Arrangement['room'], marks: Marks) {
  return {
    picture: pictureOf(room, placements, marks.view),
    marks: placements.map(({ sku }) => letterOf(marks.goods.indexOf(sku))),
  };
}

function guideLayers(
  { words, locale }: Source,
  { room, placements }: Arrangement,
  { goods, unit }: { readonly goods: readonly string[]; readonly unit: string },
): readonly GuideLayer[] {
  const unitName = unit.toLowerCase();
  return layersOf(placements).map(({ z, indices }, at) => {
    const pieces = indices.flatMap((index) => placements[index] ?? []);
    const plan = marked(pieces, room, { view: FROM_ABOVE, goods });
    const alike = new Map<string, { readonly piece: Placement; count: number }>();
    for (const piece of pieces) {
      const key = [piece.sku, piece.length, piece.width, piece.height].join(' ');
      const known = alike.get(key);
      if (known) known.count += 1;
      else alike.set(key, { piece, count: 1 });
    }
    return {
      title: words.layer(at + 1, `${writeTicks(z)} ${unitName}`),
      plan: { ...plan, picture: topOnly(plan.picture) },
      lines: [...alike.values()].map(({ piece, count }) => ({
        mark: letterOf(goods.indexOf(piece.sku)),
        sku: readKey(piece.sku).sku,
        countText: formatNumber(locale, count),
        laidText: words.laid(
          `${[piece.length, piece.width, piece.height].map(writeTicks).join(' × ')} ${unitName}`,
        ),
      })),
    };
  });
}

/** From straight above, sides are lines. */
function topOnly(picture: ReturnType<typeof pictureOf>): ReturnType<typeof pictureOf> {
  return { ...picture, faces: picture.faces.filter(({ side }) => side === 'top') };
}
