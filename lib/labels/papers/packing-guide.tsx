import { Document, G, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import type { Picture, PictureFace } from '#lib/cartonization';

import { registerFonts } from '../layout/template.ts';
import { cleanText } from '../text/clean-text.ts';
import type { PaperSize } from './facts.ts';
import type { GuideBox, GuideLayer, GuidePaper, GuideWords, MarkedPicture } from './guide-facts.ts';
import type { Print } from './papers.tsx';
import { FactList, familyStyle, paperOf, Sheet, Table } from './sheet.tsx';

/** How each kind of box is packed: the whole, then layer by layer from the floor up. */
export async function renderPackingGuide(
  paper: GuidePaper,
  { size, words }: Print<GuideWords>,
): Promise<Uint8Array> {
  registerFonts();
  return renderToBuffer(
    <Document title={words.packingGuide} producer="Firstleg">
      {paper.boxes.map((box) => (
        <Sheet
          key={box.title}
          size={size}
          words={words}
          heading={words.packingGuide}
          aside={box.title}
          simulated={paper.simulated}
        >
          <Box box={box} planName={paper.planName} size={size} words={words} />
        </Sheet>
      ))}
    </Document>,
  );
}

type BoxProps = {
  readonly box: GuideBox;
  readonly planName: string;
  readonly size: PaperSize;
  readonly words: GuideWords;
};

function Box({ box, planName, size, words }: BoxProps) {
  const { width, margin } = paperOf(size);
  const room = width - 2 * margin;
  return (
    <>
      <View style={{ flexDirection: size === 'LABEL' ? 'column' : 'row' }}>
        <View style={{ flex: 1 }}>
          <FactList
            facts={[
              [words.plan, planName],
              [words.copies, box.copiesText],
              [words.size, box.sizeText],
              [words.weight, box.weightText],
            ]}
          />
        </View>
        {box.whole && <Drawing marked={box.whole} width={room * 0.42} />}
      </View>
      {box.layers.length === 0 ? (
        <>
          <Text style={{ marginBottom: 8, ...familyStyle('sans', words.noPicture) }}>
            {words.noPicture}
          </Text>
          <Table
            size={size}
            columns={[
              { name: words.sku, share: 24, value: ({ sku }) => sku, family: 'mono' },
              { name: words.item, share: 52, value: ({ title }) => title },
              {
                name: words.units,
                share: 12,
                value: ({ quantity }) => String(quantity),
                family: 'sans-bold',
                align: 'right',
              },
            ]}
            rows={box.lines}
          />
        </>
      ) : (
        box.layers.map((layer) => <Layer key={layer.title} layer={layer} room={room} />)
      )}
    </>
  );
}

type LayerProps = { readonly layer: GuideLayer; readonly room: number };

function Layer({ layer: { title, plan, lines }, room }: LayerProps) {
  return (
    <View
      wrap={false}
      style={{ borderTopWidth: 0.8, paddingTop: 6, marginTop: 6, flexDirection: 'row' }}
    >
      <View style={{ flex: 1, paddingRight: 10 }}>
        <Text style={{ fontSize: 11, marginBottom: 4, ...familyStyle('sans-bold', title) }}>
          {title}
        </Text>
        {lines.map(({ mark, sku, countText, laidText }) => (
          <View key={`${mark} ${laidText}`} style={{ flexDirection: 'row', marginBottom: 2 }}>
            <Text style={{ width: 18, ...familyStyle('sans-bold') }}>{mark}</Text>
            <Text style={{ flex: 1, lineHeight: 1.3, ...familyStyle('sans', laidText) }}>
              {`${countText} × ${cleanText(sku).text}  ${laidText}`}
            </Text>
          </View>
        ))}
      </View>
      <Drawing marked={plan} width={room * 0.42} />
    </View>
  );
}

/** Grey in grey, for whatever printer there is: the letters tell the SKUs apart. */
const SHADES = { top: '#ffffff', right: '#e4e4e4', left: '#c9c9c9' } as const;
const TALLEST = 190;

type DrawingProps = { readonly marked: MarkedPicture; readonly width: number };

function Drawing({ marked: { picture, marks }, width }: DrawingProps) {
  const scale = Math.min(width / picture.width, TALLEST / picture.height);
  const [across, down] = [picture.width * scale, picture.height * scale];
  const at = ([x, y]: readonly [number, number]): string =>
    `${((x - picture.left) * scale).toFixed(2)} ${((y - picture.top) * scale).toFixed(2)}`;
  const lines = (edges: Picture['back']): string =>
    edges.map(([from, to]) => `M${at(from)}L${at(to)}`).join('');
  return (
    <Svg
      width={across + 2}
      height={down + 2}
      viewBox={`-1 -1 ${across + 2} ${down + 2}`}
      style={{ marginBottom: 6 }}
    >
      <Path d={lines(picture.back)} stroke="#888888" strokeWidth={0.5} fill="none" />
      {picture.faces.map((face) => (
        <G key={`${face.index} ${face.side}`}>
          <Path
            d={`M${face.points.map(at).join('L')}Z`}
            fill={SHADES[face.side]}
            stroke="black"
            strokeWidth={0.5}
          />
          {face.side === 'top' && (
            <Mark
              face={face}
              at={(x, y) => [(x - picture.left) * scale, (y - picture.top) * scale]}
              text={marks[face.index] ?? ''}
            />
          )}
        </G>
      ))}
      <Path d={lines(picture.front)} stroke="black" strokeWidth={0.9} fill="none" />
    </Svg>
  );
}

type MarkProps = {
  readonly face: PictureFace;
  readonly at: (x: number, y: number) => readonly [number, number];
  readonly text: string;
};

const SMALLEST_TYPE = 4.5;

function Mark({ face: { points }, at, text }: MarkProps) {
  const placed = points.map(([x, y]) => at(x, y));
  const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const size = Math.min(12, (bottom - top) * 0.5, (right - left) * 0.4);
  if (size < SMALLEST_TYPE) return null;
  return (
    <Text
      x={(left + right) / 2}
      y={(top + bottom) / 2 + size * 0.36}
      style={{ fontSize: size, ...familyStyle('sans-bold') }}
      textAnchor="middle"
    >
      {text}
    </Text>
  );
}
