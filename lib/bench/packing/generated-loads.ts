import type { Load } from './loads.ts';

/** Numbers from 0 to 1 that depend on the seed alone. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** So many containers' worth of cargo: filling one container alone would not be bin packing. */
const CONTAINERS = 8;
export const BR_TYPES = [3, 5, 8, 10, 12, 15, 20] as const;

/**
 * Cargo after Bischoff and Ratcliff ("Issues in the development of approaches to container
 * loading", Omega 23, 1995): `types` kinds of boxes with sides from 30-120, 25-100 and 20-80 cm for
 * containers of 587 x 233 x 220 cm, drawn one by one until the volume is used up.
 */
export function bischoffRatcliff(types: number, seed: number): Load {
  const random = randomOf(2_502_505 + 100 * (seed - 1));
  const between = (least: number, most: number): number =>
    least + Math.floor(random() * (most - least + 1));
  const box = { length: 587, width: 233, height: 220, maxWeight: 1_000_000 };
  const goods = Array.from({ length: types }, () => {
    const [length, width, height] = [between(30, 120), between(25, 100), between(20, 80)];
    return { length, width, height, weight: 1, quantity: 1 };
  });
  let room = CONTAINERS * box.length * box.width * box.height;
  for (const { length, width, height } of goods) room -= length * width * height;
  for (;;) {
    const drawn = goods[Math.floor(random() * types)];
    if (!drawn) break;
    room -= drawn.length * drawn.width * drawn.height;
    if (room < 0) break;
    drawn.quantity++;
  }
  return { name: `BR ${types} types/${seed}`, box, goods, mayTurn: true, support: 0 };
}

/** 18 x 18 x 16 in, 50 lb. */
const SELLERS_BOX = { length: 1_800, width: 1_800, height: 1_600, maxWeight: 50_000 };

/** What sellers send: many units of a few SKUs each, hundredths of an inch, cartons up to 50 lb. */
export function sellersLoad(skus: number, units: number, seed: number): Load {
  const random = randomOf(seed);
  const between = (least: number, most: number): number =>
    Math.round(least + random() * (most - least));
  const goods = Array.from({ length: skus }, () => {
    const sides = [between(150, 900), between(150, 700), between(60, 500)];
    const [length = 0, width = 0, height = 0] = sides;
    // Far below the 0.036 lb of a cubic inch of water: most goods are boxes with air in them.
    const weight = Math.ceil((length * width * height * (0.003 + 0.008 * random())) / 1_000);
    const quantity = Math.max(1, between((0.5 * units) / skus, (1.5 * units) / skus));
    return { length, width, height, weight, quantity };
  });
  return {
    name: `${skus} SKUs, ${units} units`,
    box: SELLERS_BOX,
    goods,
    mayTurn: true,
    support: 0.7,
  };
}

/** Small boxes of one product. */
export function singleSkuLoad(): Load {
  const goods = [{ length: 630, width: 410, height: 290, weight: 549, quantity: 2_000 }];
  return { name: '1 SKU, 2000 units', box: SELLERS_BOX, goods, mayTurn: true, support: 0.7 };
}

/** Books and the like, where weight decides. */
export function thinLoad(): Load {
  const goods = Array.from({ length: 20 }, (_, at) => {
    const [length, width, height] = [700 + 75 * (at % 5), 500 + 50 * (at % 4), 40 + 5 * (at % 3)];
    return {
      length,
      width,
      height,
      weight: Math.round(length * width * height * 2e-5),
      quantity: 50,
    };
  });
  return { name: '20 thin SKUs, 1000 units', box: SELLERS_BOX, goods, mayTurn: true, support: 0.7 };
}
