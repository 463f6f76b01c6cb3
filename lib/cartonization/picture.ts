import { floatAt, intAt, memberAt } from './cells.ts';
import type { Placement, Sides } from './types.ts';

/** From where a box is looked at, in degrees: turned about its height, and down upon it. */
export type PictureView = { readonly turn: number; readonly tilt: number };

export type PicturePoint = readonly [x: number, y: number];
export type PictureFace = {
  /** which of the placements */
  readonly index: number;
  readonly side: 'top' | 'left' | 'right';
  readonly points: readonly PicturePoint[];
};

/** Faces in the order of drawing, and the edges of the box: those behind its goods, and those before. */
export type Picture = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly faces: readonly PictureFace[];
  readonly back: readonly (readonly [PicturePoint, PicturePoint])[];
  readonly front: readonly (readonly [PicturePoint, PicturePoint])[];
};

type Point = readonly [x: number, y: number, z: number];
type Body = { readonly from: Point; readonly to: Point };
const AXES = [0, 1, 2] as const;

/** What stands at one height, from the floor up: the order in which a box is loaded. */
export type PictureLayer = { readonly z: number; readonly indices: readonly number[] };

export function layersOf(placements: readonly Placement[]): readonly PictureLayer[] {
  const layers = new Map<number, number[]>();
  for (const [index, { z }] of placements.entries()) {
    const layer = layers.get(z);
    if (layer) layer.push(index);
    else layers.set(z, [index]);
  }
  return [...layers].sort(([a], [b]) => a - b).map(([z, indices]) => ({ z, indices }));
}

/** A box seen slantwise from above, in parallel projection. */
export function pictureOf(
  room: Sides,
  placements: readonly Placement[],
  { turn, tilt }: PictureView,
): Picture {
  const [yaw, pitch] = [(turn * Math.PI) / 180, (tilt * Math.PI) / 180];
  // Towards the eye; a hair off the axes, where a side would be a line.
  const towards: Point = [nonZero(Math.sin(yaw)), nonZero(Math.cos(yaw)), 1];
  const project = ([x, y, z]: Point): PicturePoint => [
    x * Math.cos(yaw) - y * Math.sin(yaw),
    (x * Math.sin(yaw) + y * Math.cos(yaw)) * Math.sin(pitch) - z * Math.cos(pitch),
  ];
  const bodies = placements.map(({ x, y, z, length, width, height }): Body => ({
    from: [x, y, z],
    to: [x + length, y + width, z + height],
  }));
  const box: Body = { from: [0, 0, 0], to: [room.length, room.width, room.height] };
  const faces = drawingOrder(bodies, towards).flatMap((index) =>
    facesOf(memberAt(bodies, index), towards).map(({ axis, corners }): PictureFace => {
      const points = corners.map(project);
      return { index, side: sideOf(axis, towards), points };
    }),
  );
  const { back, front } = edgesOf(box, towards);
  const line = ([a, b]: readonly [Point, Point]) => [project(a), project(b)] as const;
  const corners = cornersOf(box).map(project);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    left,
    top,
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
    faces,
    back: back.map(line),
    front: front.map(line),
  };
}

const LETTERS = 26;

/** What tells the goods of a picture apart without colours: A, B … Z, AA, AB … */
export function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % LETTERS));
  return at < LETTERS ? last : letterOf(Math.floor(at / LETTERS) - 1) + last;
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-9 ? 1e-9 : value;
}

/**
 * What may be hidden by another is drawn before it. Bodies that do not overlap can hide each other
 * one way at most; rings of three are broken where they are met.
 */
function drawingOrder(bodies: readonly Body[], towards: Point): readonly number[] {
  const order: number[] = [];
  const isSeen = new Uint8Array(bodies.length);
  const next = new Int32Array(bodies.length);
  const visit = (start: number): void => {
    const stack = [start];
    isSeen[start] = 1;
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      let other = intAt(next, at);
      while (
        other < bodies.length &&
        (isSeen[other] === 1 || !mayHide(memberAt(bodies, at), memberAt(bodies, other), towards))
      ) {
        other++;
      }
      next[at] = other + 1;
      if (other < bodies.length) {
        isSeen[other] = 1;
        stack.push(other);
      } else {
        order.push(at);
        stack.pop();
      }
    }
  };
  for (const index of bodies.keys()) if (isSeen[index] === 0) visit(index);
  return order;
}

/** Whether a line towards the eye can leave `other` and meet `body` after it. */
function mayHide(body: Body, other: Body, towards: Point): boolean {
  return AXES.every((axis) =>
    towards[axis] > 0 ? body.to[axis] > other.from[axis] : body.from[axis] < other.to[axis],
  );
}

type Face = { readonly axis: number; readonly corners: readonly Point[] };

/** The three faces of a body that the eye sees. */
function facesOf({ from, to }: Body, towards: Point): readonly Face[] {
  return AXES.map((axis) => {
    const [second, third] = [(axis + 1) % 3, (axis + 2) % 3];
    const level = towards[axis] > 0 ? to[axis] : from[axis];
    const corner = (a: Point, b: Point): Point => {
      const values = new Float64Array(3);
      values[axis] = level;
      values[second] = a[second as 0];
      values[third] = b[third as 0];
      return [floatAt(values, 0), floatAt(values, 1), floatAt(values, 2)];
    };
    return {
      axis,
      corners: [corner(from, from), corner(to, from), corner(to, to), corner(from, to)],
    };
  });
}

/** The side of the picture on which a face is seen. */
function sideOf(axis: number, [x, y]: Point): PictureFace['side'] {
  if (axis === 2) return 'top';
  // Along x a face is seen on the right when the eye is turned less than the face's neighbour.
  return (axis === 0) === x * y > 0 ? 'right' : 'left';
}

function cornersOf({ from, to }: Body): readonly Point[] {
  return [from[0], to[0]].flatMap((x) =>
    [from[1], to[1]].flatMap((y) => [from[2], to[2]].map((z): Point => [x, y, z])),
  );
}

/** The twelve edges, by whether they meet at the corner that is farthest from the eye. */
function edgesOf(box: Body, towards: Point) {
  const back: (readonly [Point, Point])[] = [];
  const front: (readonly [Point, Point])[] = [];
  const corners = cornersOf(box);
  for (const [at, a] of corners.entries()) {
    for (const b of corners.slice(at + 1)) {
      if (AXES.filter((axis) => a[axis] !== b[axis]).length !== 1) continue;
      const touches = AXES.filter(
        (axis) =>
          a[axis] === b[axis] && a[axis] === (towards[axis] > 0 ? box.from[axis] : box.to[axis]),
      ).length;
      (touches === 2 ? back : front).push([a, b]);
    }
  }
  return { back, front };
}
