import { View } from '@react-pdf/renderer';

import { POINTS_PER_MM } from '../bars/bar-fit.ts';
import { CodeSlot, Fill, TextSlot } from './slots.tsx';

type BoxLabelLayoutProps = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly simulated: boolean;
};

/** As Amazon prints it: count, addresses, shipment, bars and box ID, contents, a plea. */
export function BoxLabelLayout({ widthMm, heightMm, simulated }: BoxLabelLayoutProps) {
  const isTall = heightMm > widthMm * 1.2;
  const grow = Math.min(2, Math.max(1, Math.min(widthMm / (isTall ? 84 : 101), heightMm / 84)));
  const rule = <Fill style={{ height: 0.8, marginVertical: (isTall ? 4 : 2) * grow }} />;
  const inset = (isTall ? 5 : 4) * POINTS_PER_MM;
  return (
    <View style={{ width: '100%', height: '100%', paddingVertical: inset }}>
      <View style={{ marginHorizontal: inset }}>
        <Head grow={grow} />
        {rule}
        <Addresses grow={grow} lines={isTall ? 9 : heightMm > widthMm * 0.9 ? 8 : 6} />
        {rule}
        <View style={{ flexDirection: 'row' }}>
          <TextSlot name="shipment" family="sans-bold" size={7 * grow} style={{ width: '56%' }} />
          <TextSlot
            name="created"
            size={6.5 * grow}
            leading={1.3}
            align="right"
            style={{ width: '44%' }}
          />
        </View>
      </View>
      <CodeSlot
        name="box"
        style={{
          flexGrow: 1,
          maxHeight: 55 * POINTS_PER_MM,
          marginTop: 3.2 * POINTS_PER_MM,
          marginBottom: 2,
        }}
      />
      <TextSlot name="box" family="mono-bold" size={10 * grow} align="center" />
      <View style={{ marginHorizontal: inset }}>
        {rule}
        <Contents grow={grow} lines={isTall ? 2 : 1} />
        {isTall ? rule : null}
        <TextSlot
          name="plea"
          family="sans-bold"
          size={(isTall ? 7.5 : 6) * grow}
          align="center"
          style={{ marginTop: 2 }}
        />
        {simulated ? <SimulatedBand grow={grow} /> : null}
      </View>
    </View>
  );
}

function Head({ grow }: { readonly grow: number }) {
  return (
    <View style={{ flexDirection: 'row' }}>
      <TextSlot
        name="brand"
        family="sans-bold"
        size={18 * grow}
        leading={1.1}
        style={{ width: '24%' }}
      />
      <TextSlot
        name="warehouse"
        family="sans-bold"
        size={18 * grow}
        leading={1.1}
        align="center"
        style={{ width: '32%' }}
      />
      <View style={{ width: '44%' }}>
        <TextSlot name="count" family="sans-bold" size={9 * grow} leading={1.15} align="right" />
        <TextSlot name="weight" size={8 * grow} leading={1.15} align="right" />
      </View>
    </View>
  );
}

function Addresses({ grow, lines }: { readonly grow: number; readonly lines: number }) {
  return (
    <View style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
      {(['From', 'To'] as const).map((end) => (
        <View key={end} style={{ width: '48%' }}>
          <TextSlot name={`heading${end}`} family="sans-bold" size={6 * grow} leading={1.2} />
          <TextSlot name={`ship${end}`} size={6.5 * grow} lines={lines} leading={1.15} />
        </View>
      ))}
    </View>
  );
}

function Contents({ grow, lines }: { readonly grow: number; readonly lines: number }) {
  return (
    <View style={{ flexDirection: 'row' }}>
      <View style={{ width: '72%' }}>
        <TextSlot name="kind" family="sans-bold" size={8 * grow} leading={1.15} />
        <TextSlot name="sku" family="mono" size={9 * grow} lines={lines} leading={1.2} />
      </View>
      <View style={{ width: '28%' }}>
        <TextSlot name="quantity" family="sans-bold" size={12 * grow} leading={1.1} align="right" />
        <TextSlot name="expiry" size={7 * grow} align="right" />
      </View>
    </View>
  );
}

export function SimulatedBand({ grow }: { readonly grow: number }) {
  return (
    <View style={{ marginTop: 3 }}>
      <Fill style={{ height: 11 * grow }} />
      <TextSlot
        name="simulated"
        family="sans-bold"
        size={8 * grow}
        leading={1.2}
        align="center"
        white
        style={{ position: 'absolute', left: 0, right: 0, top: 0.7 * grow }}
      />
    </View>
  );
}
