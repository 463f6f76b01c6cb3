import { View } from '@react-pdf/renderer';

import { POINTS_PER_MM } from '../bars/bar-fit.ts';
import { SimulatedBand } from './box-label.tsx';
import { CodeSlot, Fill, TextSlot } from './slots.tsx';

/** The 2D code with as much room as can be had, and what a person needs to match it to its box. */
export function BoxContentLayout({ simulated }: { readonly simulated: boolean }) {
  const inset = 4 * POINTS_PER_MM;
  return (
    <View style={{ width: '100%', height: '100%', paddingVertical: inset }}>
      <View style={{ marginHorizontal: inset }}>
        <View style={{ flexDirection: 'row' }}>
          <TextSlot name="heading" family="sans-bold" size={12} style={{ width: '60%' }} />
          <TextSlot
            name="count"
            family="sans-bold"
            size={12}
            align="right"
            style={{ width: '40%' }}
          />
        </View>
        <Fill style={{ height: 0.8, marginVertical: 3 }} />
      </View>
      <CodeSlot name="content" style={{ flexGrow: 1 }} />
      <View style={{ marginHorizontal: inset }}>
        <Fill style={{ height: 0.8, marginVertical: 3 }} />
        <TextSlot name="box" family="mono-bold" size={11} align="center" />
        <TextSlot name="summary" size={8} align="center" />
        {simulated ? <SimulatedBand grow={1} /> : null}
      </View>
    </View>
  );
}
