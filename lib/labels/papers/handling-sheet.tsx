import {
  Circle,
  Document,
  Line,
  Page,
  Rect,
  renderToBuffer,
  Svg,
  Text,
  View,
} from '@react-pdf/renderer';

import { registerFonts } from '../layout/template.ts';
import type { PaperSize } from './facts.ts';
import { familyStyle, paperOf } from './sheet.tsx';

/** What a heavy carton must say of itself, in the words that Amazon asks for. */
export type HandlingMark = 'team-lift' | 'mech-lift' | 'heavy-package' | 'overweight';

export type HandlingSheet = {
  readonly mark: HandlingMark;
  readonly weightText: string;
  /** which box it belongs to, in small print */
  readonly boxText: string;
  /** as many as sides must show it */
  readonly copies: number;
};

// Receivers read them in these words whatever the seller reads (Seller Central, shipping and
// routing requirements; JP help 200280260; checked 2026-11-23).
const WORDS: Readonly<Record<HandlingMark, readonly string[]>> = {
  'team-lift': ['TEAM LIFT'],
  'mech-lift': ['MECH LIFT'],
  'heavy-package': ['HEAVY', 'PACKAGE'],
  overweight: ['重量超過', 'OVERWEIGHT'],
};

/** Sheets to stick on heavy cartons, one page each. */
export async function renderHandlingSheets(
  sheets: readonly HandlingSheet[],
  size: PaperSize,
): Promise<Uint8Array> {
  registerFonts();
  return renderToBuffer(
    <Document title="Handling" producer="Firstleg">
      {sheets.flatMap((sheet, at) =>
        Array.from({ length: sheet.copies }, (_, copy) => (
          // eslint-disable-next-line react/no-array-index-key -- pages of a printed file never move
          <MarkPage key={`${at} ${copy}`} sheet={sheet} size={size} />
        )),
      )}
    </Document>,
  );
}

function MarkPage({ sheet, size }: { readonly sheet: HandlingSheet; readonly size: PaperSize }) {
  const { width, height, margin } = paperOf(size);
  const words = WORDS[sheet.mark];
  const longest = Math.max(...words.map(roughWidth));
  const room = width - 3 * margin;
  const letters = Math.min(room / longest, height / 7);
  const figures = Math.min(letters * 0.7, room / roughWidth(sheet.weightText));
  return (
    <Page size={[width, height]} style={{ padding: margin }}>
      <View
        style={{
          flexGrow: 1,
          borderWidth: 4,
          padding: margin / 2,
          alignItems: 'center',
          justifyContent: 'space-around',
        }}
      >
        <View style={{ alignItems: 'center' }}>
          {words.map((word) => (
            <Text
              key={word}
              style={{ fontSize: letters, lineHeight: 1.15, ...familyStyle('sans-bold', 'の') }}
            >
              {word}
            </Text>
          ))}
        </View>
        <Pictogram mark={sheet.mark} size={Math.min(width * 0.5, height * 0.3)} />
        <Text style={{ fontSize: figures, lineHeight: 1.2, ...familyStyle('sans-bold') }}>
          {sheet.weightText}
        </Text>
        <Text style={{ fontSize: 11, ...familyStyle('mono-bold') }}>{sheet.boxText}</Text>
      </View>
    </Page>
  );
}

// In type sizes: capitals of the bold face are a little narrower than this, ideographs are square.
function roughWidth(word: string): number {
  return Array.from(word).reduce((sum, sign) => sum + (sign > '\u2fff' ? 1.1 : 0.76), 0);
}

type PictogramProps = { readonly mark: HandlingMark; readonly size: number };

/** Two people, or a fork, under a carton. */
function Pictogram({ mark, size }: PictogramProps) {
  const isMachine = mark === 'mech-lift';
  return (
    <Svg width={size} height={size * 0.6} viewBox="0 0 100 60">
      <Rect
        x={32}
        y={isMachine ? 20 : 18}
        width={36}
        height={24}
        fill="none"
        stroke="black"
        strokeWidth={3}
      />
      <Line
        x1={32}
        y1={isMachine ? 28 : 26}
        x2={68}
        y2={isMachine ? 28 : 26}
        stroke="black"
        strokeWidth={2}
      />
      {isMachine ? <Fork /> : <Person x={18} reach={32} />}
      {isMachine ? null : <Person x={82} reach={68} />}
    </Svg>
  );
}

function Person({ x, reach }: { readonly x: number; readonly reach: number }) {
  return (
    <>
      <Circle cx={x} cy={10} r={6} fill="black" />
      <Line x1={x} y1={17} x2={x} y2={38} stroke="black" strokeWidth={6} />
      <Line x1={x} y1={22} x2={reach} y2={36} stroke="black" strokeWidth={4} />
      <Line x1={x} y1={37} x2={x - 6} y2={58} stroke="black" strokeWidth={5} />
      <Line x1={x} y1={37} x2={x + 6} y2={58} stroke="black" strokeWidth={5} />
    </>
  );
}

function Fork() {
  return (
    <>
      <Line x1={24} y1={4} x2={24} y2={52} stroke="black" strokeWidth={5} />
      <Line x1={22} y1={47} x2={74} y2={47} stroke="black" strokeWidth={5} />
      <Rect x={2} y={28} width={20} height={20} fill="black" />
      <Circle cx={7} cy={53} r={5} fill="black" />
      <Circle cx={20} cy={53} r={5} fill="black" />
    </>
  );
}
