import { Document, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import jsBarcode from 'jsbarcode';
import { jsPDF } from 'jspdf';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import PdfKit from 'pdfkit';

import { type Code128, encodeCode128 } from '#lib/labels';

/** The work of every peer: each label is a vector Code 128 and two lines of text. */
export type LabelWork = readonly {
  readonly fnsku: string;
  readonly title: string;
  readonly copies: number;
}[];

export type LabelPeer = {
  readonly name: string;
  readonly render: (work: LabelWork) => Promise<Uint8Array>;
};

const PAGE = { width: 612, height: 792, perPage: 30, columns: 3 } as const;
const LABEL = { width: 189, height: 72, left: 13.5, top: 36, pitch: 198 } as const;
const BAR = { module: 1, top: 9, height: 26, left: 22 } as const;
const FNSKU = { size: 8, baseline: 44 } as const;
const TITLE = { size: 6, baseline: 54 } as const;

type Placed = { readonly left: number; readonly top: number };

/** The strongest ways to print labels that npm has, each as its own documentation shows it. */
export const LABEL_PEERS: readonly LabelPeer[] = [
  { name: 'pdfkit', render: withPdfkit },
  { name: 'pdf-lib, embedded pages', render: withPdfLib },
  { name: 'jspdf + jsbarcode', render: withJsPdf },
  { name: '@react-pdf/renderer, one component per label', render: withReactPdf },
];

function place(index: number): Placed {
  const slot = index % PAGE.perPage;
  return {
    left: LABEL.left + (slot % PAGE.columns) * LABEL.pitch,
    top: LABEL.top + Math.floor(slot / PAGE.columns) * LABEL.height,
  };
}

function* everyLabel(work: LabelWork) {
  let index = 0;
  for (const label of work) {
    for (let copy = 0; copy < label.copies; copy++) {
      yield { ...label, index, isFirst: index % PAGE.perPage === 0, ...place(index) };
      index++;
    }
  }
}

function bars({ widths }: Code128): readonly { readonly x: number; readonly width: number }[] {
  let x = BAR.left;
  return widths.flatMap((width, index) => {
    const bar = { x, width: width * BAR.module };
    x += bar.width;
    return index % 2 === 0 ? [bar] : [];
  });
}

function barPath(fnsku: string): string {
  return bars(encodeCode128(fnsku))
    .map(({ x, width }) => `M${x} ${BAR.top}h${width}v${BAR.height}h-${width}z`)
    .join('');
}

async function withPdfkit(work: LabelWork): Promise<Uint8Array> {
  const document = new PdfKit({ size: 'LETTER', margin: 0, autoFirstPage: false });
  const chunks: Uint8Array[] = [];
  const done = new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  for (const { fnsku, title, isFirst, left, top } of everyLabel(work)) {
    if (isFirst) document.addPage();
    for (const { x, width } of bars(encodeCode128(fnsku))) {
      document.rect(left + x, top + BAR.top, width, BAR.height);
    }
    document.fill('black');
    document.fontSize(FNSKU.size);
    const text = { width: LABEL.width, align: 'center', lineBreak: false } as const;
    document.text(fnsku, left, top + FNSKU.baseline - FNSKU.size, text);
    document.fontSize(TITLE.size).text(title, left, top + TITLE.baseline - TITLE.size, text);
  }
  document.end();
  await done;
  return Buffer.concat(chunks);
}

async function withPdfLib(work: LabelWork): Promise<Uint8Array> {
  const source = await PDFDocument.create();
  const font = await source.embedFont(StandardFonts.Helvetica);
  for (const { fnsku, title } of work) {
    const page = source.addPage([LABEL.width, LABEL.height]);
    page.drawSvgPath(barPath(fnsku), { x: 0, y: LABEL.height, borderWidth: 0 });
    const middle = (text: string, size: number): number =>
      (LABEL.width - font.widthOfTextAtSize(text, size)) / 2;
    for (const [text, { size, baseline }] of [
      [fnsku, FNSKU],
      [title, TITLE],
    ] as const) {
      page.drawText(text, { x: middle(text, size), y: LABEL.height - baseline, size, font });
    }
  }
  const document = await PDFDocument.create();
  const labels = await document.embedPdf(
    await source.save(),
    work.map((_, index) => index),
  );
  let page = document.addPage([PAGE.width, PAGE.height]);
  let at = 0;
  for (const [index, { copies }] of work.entries()) {
    const label = labels[index];
    if (!label) continue;
    for (let copy = 0; copy < copies; copy++, at++) {
      if (at % PAGE.perPage === 0 && at > 0) page = document.addPage([PAGE.width, PAGE.height]);
      const { left, top } = place(at);
      page.drawPage(label, { x: left, y: PAGE.height - top - LABEL.height });
    }
  }
  return document.save();
}

async function withJsPdf(work: LabelWork): Promise<Uint8Array> {
  const document = new jsPDF({ unit: 'pt', format: 'letter', compress: false });
  for (const { fnsku, title, index, isFirst, left, top } of everyLabel(work)) {
    if (isFirst && index > 0) document.addPage();
    let x = left + BAR.left;
    for (const run of jsbarcodeModules(fnsku).match(/1+|0+/g) ?? []) {
      if (run.startsWith('1')) document.rect(x, top + BAR.top, run.length, BAR.height, 'F');
      x += run.length * BAR.module;
    }
    const middle = left + LABEL.width / 2;
    document.setFontSize(FNSKU.size);
    document.text(fnsku, middle, top + FNSKU.baseline, { align: 'center' });
    document.setFontSize(TITLE.size);
    document.text(title, middle, top + TITLE.baseline, { align: 'center' });
  }
  return new Uint8Array(document.output('arraybuffer'));
}

function jsbarcodeModules(text: string): string {
  const target: { encodings?: readonly { readonly data: string }[] } = {};
  jsBarcode(target, text, { format: 'CODE128' });
  return target.encodings?.map(({ data }) => data).join('') ?? '';
}

async function withReactPdf(work: LabelWork): Promise<Uint8Array> {
  const labels = [...everyLabel(work)];
  const pages = Array.from({ length: Math.ceil(labels.length / PAGE.perPage) }, (_, page) =>
    labels.slice(page * PAGE.perPage, (page + 1) * PAGE.perPage),
  );
  return renderToBuffer(
    <Document>
      {pages.map((onPage) => (
        <Page key={onPage[0]?.index} size="LETTER">
          {onPage.map((label) => (
            <ReactLabel key={label.index} {...label} />
          ))}
        </Page>
      ))}
    </Document>,
  );
}

function ReactLabel({ fnsku, title, left, top }: Placed & { fnsku: string; title: string }) {
  const line = { position: 'absolute', left: 0, width: LABEL.width, textAlign: 'center' } as const;
  const size = { width: LABEL.width, height: LABEL.height };
  return (
    <View style={{ position: 'absolute', left, top, ...size }}>
      <Svg width={LABEL.width} height={FNSKU.baseline - FNSKU.size}>
        <Path d={barPath(fnsku)} fill="black" />
      </Svg>
      <Text style={{ ...line, top: FNSKU.baseline - FNSKU.size, fontSize: FNSKU.size }}>
        {fnsku}
      </Text>
      <Text style={{ ...line, top: TITLE.baseline - TITLE.size, fontSize: TITLE.size }}>
        {title}
      </Text>
    </View>
  );
}
