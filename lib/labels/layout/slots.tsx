import { View } from '@react-pdf/renderer';
import type { ComponentProps } from 'react';

import type { FontFamily } from '../pdf/typeface.ts';

type Style = Exclude<ComponentProps<typeof View>['style'], readonly unknown[] | undefined>;

type TextSlotProps = {
  readonly name: string;
  readonly size: number;
  readonly lines?: number;
  readonly family?: FontFamily;
  readonly align?: 'left' | 'center' | 'right';
  readonly leading?: number;
  readonly white?: boolean;
  readonly style?: Style;
};

/** Room for a text of so many lines; what stands there is filled in per label. */
export function TextSlot(props: TextSlotProps) {
  const { name, size, lines = 1, family = 'sans', align = 'left', leading = 1.2 } = props;
  const { white = false, style } = props;
  const type = {
    fontFamily: family,
    fontSize: size,
    textAlign: align,
    color: white ? 'white' : 'black',
  };
  return (
    <View
      id={`text:${name}:${lines}`}
      style={{ height: size * leading * lines, ...type, ...style }}
    />
  );
}

/** Room for a barcode, quiet zones included. */
export function CodeSlot({ name, style }: { readonly name: string; readonly style: Style }) {
  return <View id={`code:${name}`} style={style} />;
}

/** A black bar or rule. */
export function Fill({ style }: { readonly style: Style }) {
  return <View id="fill" style={style} />;
}
