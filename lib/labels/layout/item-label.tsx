import { View } from '@react-pdf/renderer';

import { leastBarHeightMm, POINTS_PER_MM, QUIET_ZONE_MM } from '../bars/bar-fit.ts';
import { CodeSlot, TextSlot } from './slots.tsx';

/** Amazon's item label specification: 0.125 in above and below the bars (checked 2026-11-23). */
const QUIET_TOP_MM = 3.2;
const MOST_BAR_HEIGHT_MM = 16;

type ItemLabelLayoutProps = {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Length of the longest barcode of the job. */
  readonly barLengthMm: number;
  /** How far the outermost labels lie from the edges of their page, which printers leave white. */
  readonly edgeMm: { readonly left: number; readonly top: number };
  /** How far from those edges the printer cannot reach. */
  readonly marginMm: number;
};

/** Bars, the FNSKU beneath them, the title, then condition and the seller's own line. */
export function ItemLabelLayout(props: ItemLabelLayoutProps) {
  const { widthMm, heightMm, barLengthMm, edgeMm, marginMm } = props;
  // Type grows with the stock; Amazon asks for 8 points on the smallest.
  const grow = Math.min(1.6, Math.max(1, Math.min(widthMm / 66, heightMm / 30)));
  const small = (widthMm < 55 ? 6 : 6.5) * grow;
  const ownRow = heightMm >= 29;
  const titleLines = heightMm >= (widthMm < 55 ? 29 : 33) ? 3 : 2;
  const side = Math.max(widthMm > 60 ? 3 : 2.2, marginMm - edgeMm.left);
  const margin = Math.min(side, QUIET_ZONE_MM) * POINTS_PER_MM;
  const top = Math.max(QUIET_TOP_MM, marginMm - edgeMm.top);
  return (
    <View style={{ width: '100%', height: '100%', justifyContent: 'center' }}>
      <View
        style={{
          maxHeight: '100%',
          flexGrow: 1,
          paddingTop: top * POINTS_PER_MM,
          paddingBottom: 1.6 * POINTS_PER_MM,
          justifyContent: 'center',
        }}
      >
        <CodeSlot
          name="fnsku"
          style={{
            flexGrow: 1,
            minHeight: leastBarHeightMm(barLengthMm) * POINTS_PER_MM,
            maxHeight: MOST_BAR_HEIGHT_MM * grow * POINTS_PER_MM,
          }}
        />
        <TextSlot
          name="fnsku"
          family="mono"
          size={8 * grow}
          align="center"
          style={{ marginTop: 1 }}
        />
        <View style={{ marginHorizontal: margin }}>
          <TextSlot name="title" size={small} lines={titleLines} leading={1.15} />
          <TextSlot name="condition" size={small} leading={1.15} style={{ marginTop: 0.5 }} />
          {ownRow ? <TextSlot name="line" size={small} leading={1.15} /> : null}
        </View>
      </View>
    </View>
  );
}
