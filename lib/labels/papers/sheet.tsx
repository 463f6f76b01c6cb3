import { Page, Path, Svg, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';

import { cleanText } from '../text/clean-text.ts';
import { encodeCode128 } from '../bars/code128.ts';
import { breakLines } from '../documents/draw.ts';
import { measureText } from '../pdf/font-book.ts';
import { type FontFamily, isJapaneseText } from '../pdf/typeface.ts';
import type { PaperSize, PaperWords } from './facts.ts';

type Paper = { readonly width: number; readonly height: number; readonly margin: number };

/** In points; the label is the 4 x 6 in of a thermal roll. */
const PAPERS: Record<PaperSize, Paper> = {
  LETTER: { width: 612, height: 792, margin: 40 },
  A4: { width: 595.28, height: 841.89, margin: 40 },
  LABEL: { width: 288, height: 432, margin: 14 },
};
export const TYPE_SIZE = 9;

export function paperOf(size: PaperSize): Paper {
  return PAPERS[size];
}
const CELL_PADDING = 4;

const FAMILIES = {
  sans: ['sans', 'han'],
  'sans-bold': ['sans-bold', 'han-bold'],
  mono: ['mono', 'sans', 'han'],
  'mono-bold': ['mono-bold', 'sans', 'han'],
};

/** The fonts of a family, those of Japanese before those of Chinese where the text has kana. */
export function familyStyle(family: FontFamily, text = ''): { readonly fontFamily: string[] } {
  const fonts = FAMILIES[family];
  if (!isJapaneseText(text)) return { fontFamily: fonts };
  const kanji = family === 'sans-bold' ? 'kanji-bold' : 'kanji';
  return { fontFamily: fonts.flatMap((name) => (name.startsWith('han') ? [kanji, name] : [name])) };
}

type SheetProps = {
  readonly size: PaperSize;
  readonly words: Pick<PaperWords, 'simulated' | 'pageOf'>;
  readonly heading: string;
  readonly aside?: string;
  readonly simulated: boolean;
  readonly children: ReactNode;
};

/** A page with heading, running foot and, for practice goods, a mark that cannot be missed. */
export function Sheet({ size, words, heading, aside, simulated, children }: SheetProps) {
  const { width, height, margin } = PAPERS[size];
  const headingSize = size === 'LABEL' ? 12 : 18;
  const big = { fontSize: headingSize, lineHeight: 1.2, ...familyStyle('sans-bold') };
  return (
    <Page
      size={[width, height]}
      style={{
        padding: margin,
        paddingBottom: margin + 16,
        fontSize: TYPE_SIZE,
        ...familyStyle('sans'),
      }}
    >
      {simulated ? (
        <View fixed style={{ backgroundColor: 'black', paddingVertical: 2, marginBottom: 8 }}>
          <Text style={{ color: 'white', textAlign: 'center', ...familyStyle('sans-bold') }}>
            {words.simulated}
          </Text>
        </View>
      ) : null}
      <View style={{ flexDirection: 'row', justifyContent: 'space-between', marginBottom: 10 }}>
        <Text style={big}>{heading}</Text>
        {aside === undefined ? null : <Text style={big}>{cleanText(aside).text}</Text>}
      </View>
      {children}
      <Text
        fixed
        style={{
          position: 'absolute',
          bottom: margin * 0.7,
          left: margin,
          right: margin,
          fontSize: 8,
        }}
        render={({ subPageNumber, subPageTotalPages }) =>
          words.pageOf(subPageNumber, subPageTotalPages)
        }
      />
    </Page>
  );
}

/** Names and values side by side; what has no value is left out. */
export function FactList({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: string | undefined])[];
}) {
  return (
    <View style={{ marginBottom: 10 }}>
      {facts.map(([name, value]) =>
        value === undefined || value === '' ? null : (
          <View key={name} style={{ flexDirection: 'row', marginBottom: 2 }}>
            <Text style={{ width: 90, color: '#444444' }}>{name}</Text>
            <Text style={{ flex: 1, ...familyStyle('sans-bold', value) }}>
              {cleanText(value).text}
            </Text>
          </View>
        ),
      )}
    </View>
  );
}

/** A Code 128 for a hand scanner, with the text beneath. */
export function ScanCode({ text }: { readonly text: string }) {
  const { widths, modules } = encodeCode128(text);
  const height = 34;
  let x = 0;
  let path = '';
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) path += `M${x} 0h${width}v${height}h-${width}z`;
    x += width;
  }
  // One point per module is 0.35 mm, Amazon's 13.33 mil and a little more.
  return (
    <View style={{ alignItems: 'center', width: modules + 36, marginBottom: 10 }}>
      <Svg width={modules} height={height} viewBox={`0 0 ${modules} ${height}`}>
        <Path d={path} fill="black" />
      </Svg>
      <Text style={{ marginTop: 3, fontSize: 10, ...familyStyle('mono-bold') }}>{text}</Text>
    </View>
  );
}

export type Column<Row> = {
  readonly name: string;
  /** Share of the table's width. */
  readonly share: number;
  readonly value: (row: Row) => string;
  readonly family?: FontFamily;
  readonly align?: 'left' | 'right';
};

type TableProps<Row> = {
  readonly size: PaperSize;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly total?: readonly string[];
};

/** A table whose heading comes again on every page and whose rows are never torn. */
export function Table<Row>({ size, columns, rows, total }: TableProps<Row>) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const { width, margin } = PAPERS[size];
  const widths = columns.map(({ share }) => ((width - 2 * margin) * share) / whole);
  const line = (cells: readonly string[], family?: FontFamily): ReactNode =>
    columns.map((column, index) => (
      <Cell
        key={column.name}
        text={cells[index] ?? ''}
        width={widths[index] ?? 0}
        family={family ?? column.family ?? 'sans'}
        align={column.align ?? 'left'}
      />
    ));
  const row = { flexDirection: 'row', borderBottomWidth: 0.5, borderColor: '#888888' } as const;
  return (
    <View>
      <View fixed style={{ ...row, borderBottomWidth: 1.2, borderColor: 'black' }}>
        {line(
          columns.map(({ name }) => name),
          'sans-bold',
        )}
      </View>
      {rows.map((values, index) => (
        // eslint-disable-next-line react/no-array-index-key -- rows of a printed page never move
        <View key={index} wrap={false} style={row}>
          {line(columns.map(({ value }) => value(values)))}
        </View>
      ))}
      {total ? (
        <View wrap={false} style={{ ...row, borderBottomWidth: 0 }}>
          {line(total, 'sans-bold')}
        </View>
      ) : null}
    </View>
  );
}

type CellProps = {
  readonly text: string;
  readonly width: number;
  readonly family: FontFamily;
  readonly align: 'left' | 'right';
};

// Lines are broken here, because react-pdf puts hyphens into Chinese and long SKUs.
function Cell({ text, width, family, align }: CellProps) {
  const room = width - 2 * CELL_PADDING;
  const measured = (part: string): number => measureText(part, family, TYPE_SIZE);
  const lines = breakLines(cleanText(text).text, room, measured);
  return (
    <View style={{ width, paddingHorizontal: CELL_PADDING, paddingVertical: 3 }}>
      {lines.map((part, index) => (
        <Text
          // eslint-disable-next-line react/no-array-index-key -- lines of a printed cell never move
          key={index}
          wrap={false}
          style={{
            fontSize: TYPE_SIZE,
            lineHeight: 1.3,
            textAlign: align,
            ...familyStyle(family, text),
          }}
        >
          {part}
        </Text>
      ))}
    </View>
  );
}
