import { Document, renderToBuffer, Text, View } from '@react-pdf/renderer';

import { registerFonts } from '../layout/template.ts';
import type { Print } from './papers.tsx';
import type { RecordPaper, RecordSection, RecordWords } from './record-facts.ts';
import { FactList, familyStyle, Sheet, Table } from './sheet.tsx';

/** A record for others to read: facts, then one table after the other. */
export async function renderRecord(
  record: RecordPaper,
  { size, words }: Print<RecordWords>,
): Promise<Uint8Array> {
  registerFonts();
  return renderToBuffer(
    <Document title={record.title} producer="Firstleg">
      <Sheet size={size} words={words} heading={record.title} simulated={record.simulated}>
        <FactList facts={record.facts} />
        {record.sections.map((section) => (
          <View key={section.name} style={{ marginBottom: 14 }}>
            <Text style={{ fontSize: 12, marginBottom: 4, ...familyStyle('sans-bold') }}>
              {section.title}
            </Text>
            {section.rows.length === 0 ? (
              <Text style={{ color: '#444444' }}>{words.nothing}</Text>
            ) : (
              <Table size={size} columns={columnsOf(section)} rows={section.rows} />
            )}
          </View>
        ))}
      </Sheet>
    </Document>,
  );
}

function columnsOf({ columns }: RecordSection) {
  return columns.map(({ name, share }, index) => ({
    name,
    share,
    value: (row: readonly string[]) => row[index] ?? '',
  }));
}
