export type FaultStyles = {
  readonly xml: string;
  /** The style that looks like another one but for its red ground; undefined where none could be made. */
  readonly faultStyleOf: (style: number) => number | undefined;
};

/** Adds to a style sheet, for each of some styles, the same one on a red ground. */
export function withFaultStyles(xml: string, styles: readonly number[]): FaultStyles {
  const fills = /<((?:\w+:)?)fills\b[^>]*>(.*?)<\/\1fills>/s.exec(xml);
  const formats = /<((?:\w+:)?)cellXfs\b[^>]*>(.*?)<\/\1cellXfs>/s.exec(xml);
  if (!fills || !formats) return { xml, faultStyleOf: () => undefined };
  const prefix = fills[1] ?? '';
  const fillCount = count(fills[2] ?? '', 'fill');
  const known = [...(formats[2] ?? '').matchAll(FORMAT)].map(([format]) => format);
  const made = new Map<number, number>();
  const added: string[] = [];
  for (const style of new Set(styles)) {
    const format = known[style];
    if (format === undefined) continue;
    made.set(style, known.length + added.length);
    added.push(onRed(format, fillCount));
  }
  const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FFFFC7CE"/></${prefix}patternFill></${prefix}fill>`;
  return {
    xml: xml
      .replace(fills[0], () => grown(fills[0], `${prefix}fills`, fillCount + 1, fill))
      .replace(formats[0], () =>
        grown(formats[0], `${formats[1]}cellXfs`, known.length + added.length, added.join('')),
      ),
    faultStyleOf: (style) => made.get(style),
  };
}

const FORMAT = /<((?:\w+:)?)xf\b(?:[^>]*\/>|[^>]*>.*?<\/\1xf>)/gs;

function count(xml: string, element: string): number {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${element}[\\s>/]`, 'g'))].length;
}

function onRed(format: string, fill: number): string {
  return format
    .replace(/\s(?:fillId|applyFill)="[^"]*"/g, '')
    .replace(/^<((?:\w+:)?)xf/, `<$1xf fillId="${fill}" applyFill="1"`);
}

// oxlint-disable-next-line max-params -- a list element, its name, its new length and what is added
function grown(list: string, name: string, length: number, added: string): string {
  return list
    .replace(/\scount="\d+"/, '')
    .replace(`<${name}`, `<${name} count="${length}"`)
    .replace(`</${name}>`, `${added}</${name}>`);
}
