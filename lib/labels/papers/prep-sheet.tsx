import { Document, renderToBuffer, Text, View } from '@react-pdf/renderer';

import { cleanText } from '../text/clean-text.ts';
import { registerFonts } from '../layout/template.ts';
import { type Print } from './papers.tsx';
import { FactList, familyStyle, ScanCode, Sheet } from './sheet.tsx';

export type PrepWords = {
  readonly prepInstructions: string;
  readonly plan: string;
  readonly sku: string;
  readonly fnsku: string;
  readonly asin: string;
  readonly units: string;
  readonly category: string;
  readonly done: string;
  readonly simulated: string;
  readonly pageOf: (number: number, count: number) => string;
};

/** What is done to the units of one SKU before they are packed; texts are ready to print. */
export type PrepCard = {
  readonly sku: string;
  readonly fnsku?: string;
  readonly asin: string;
  readonly title: string;
  readonly units: number;
  readonly categoryText: string;
  readonly steps: readonly string[];
};

export type PrepPaper = {
  readonly planName: string;
  readonly cards: readonly PrepCard[];
  readonly simulated: boolean;
};

/** Prep instructions, one card per SKU, with a square to tick for each step. */
export async function renderPrepInstructions(
  paper: PrepPaper,
  { size, words }: Print<PrepWords>,
): Promise<Uint8Array> {
  registerFonts();
  return renderToBuffer(
    <Document title={words.prepInstructions} producer="Firstleg">
      <Sheet size={size} words={words} heading={words.prepInstructions} simulated={paper.simulated}>
        <FactList facts={[[words.plan, paper.planName]]} />
        {paper.cards.map((card) => (
          <Card key={`${card.sku} ${card.units}`} card={card} words={words} />
        ))}
      </Sheet>
    </Document>,
  );
}

function Card({ card, words }: { readonly card: PrepCard; readonly words: PrepWords }) {
  const facts = [
    [words.sku, card.sku],
    [words.asin, card.asin],
    [words.units, String(card.units)],
    [words.category, card.categoryText],
  ] as const;
  return (
    <View wrap={false} style={{ borderTopWidth: 1.2, paddingTop: 8, marginBottom: 10 }}>
      <Text
        style={{
          fontSize: 11,
          lineHeight: 1.3,
          marginBottom: 4,
          ...familyStyle('sans-bold', card.title),
        }}
      >
        {cleanText(card.title).text}
      </Text>
      <View style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
        <View style={{ flex: 1 }}>
          <FactList facts={facts} />
        </View>
        {card.fnsku === undefined ? null : <ScanCode text={card.fnsku} />}
      </View>
      {card.steps.map((step) => (
        <View key={step} style={{ flexDirection: 'row', marginBottom: 4 }}>
          <View style={{ width: 10, height: 10, borderWidth: 1, marginRight: 6, marginTop: 1 }} />
          <Text style={{ flex: 1, fontSize: 10, lineHeight: 1.3, ...familyStyle('sans', step) }}>
            {cleanText(step).text}
          </Text>
        </View>
      ))}
    </View>
  );
}
