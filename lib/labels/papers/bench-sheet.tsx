import { Document, renderToBuffer, Text, View } from '@react-pdf/renderer';

import { cleanText } from '../text/clean-text.ts';
import { registerFonts } from '../layout/template.ts';
import type { Print } from './papers.tsx';
import { FactList, familyStyle, ScanCode, Sheet } from './sheet.tsx';

export type BenchSheetWords = {
  readonly benchSheet: string;
  readonly plan: string;
  readonly simulated: string;
  readonly pageOf: (number: number, count: number) => string;
};

/** Barcodes that stand for acts at a packing bench, by what they do; texts are ready to print. */
export type BenchSheetPaper = {
  readonly planName: string;
  readonly groups: readonly {
    readonly title: string;
    readonly codes: readonly { readonly title: string; readonly code: string }[];
  }[];
  readonly simulated: boolean;
};

/** The sheet that hangs beside a bench: a scan of it does what one would else press a button for. */
export async function renderBenchSheet(
  paper: BenchSheetPaper,
  { size, words }: Print<BenchSheetWords>,
): Promise<Uint8Array> {
  registerFonts();
  return renderToBuffer(
    <Document title={words.benchSheet} producer="Firstleg">
      <Sheet size={size} words={words} heading={words.benchSheet} simulated={paper.simulated}>
        <FactList facts={[[words.plan, paper.planName]]} />
        {paper.groups.map(({ title, codes }) => (
          <View key={title} style={{ borderTopWidth: 1.2, paddingTop: 6, marginBottom: 6 }}>
            <Text style={{ fontSize: 11, marginBottom: 6, ...familyStyle('sans-bold', title) }}>
              {title}
            </Text>
            <View style={{ flexDirection: 'row', flexWrap: 'wrap' }}>
              {codes.map((one) => (
                <Card key={one.code} {...one} />
              ))}
            </View>
          </View>
        ))}
      </Sheet>
    </Document>,
  );
}

function Card({ title, code }: BenchSheetPaper['groups'][number]['codes'][number]) {
  return (
    // Far enough apart that a scanner held at a slant reads the one it is held to.
    <View wrap={false} style={{ minWidth: '50%', alignItems: 'center', marginBottom: 14 }}>
      <Text
        style={{
          fontSize: 13,
          lineHeight: 1.3,
          marginBottom: 5,
          ...familyStyle('sans-bold', title),
        }}
      >
        {cleanText(title).text}
      </Text>
      <ScanCode text={code} />
    </View>
  );
}
