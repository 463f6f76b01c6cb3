export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Walks through XML as far as workbooks need it: elements by their local name, and text. No
 * document type is read, so no entity of a file's own making is ever expanded.
 */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const to = tag < 0 ? xml.length : tag;
    if (to > at) yield { kind: 'text', text: unescapeXml(xml.slice(at, to)) };
    if (tag < 0) return;
    const special = skipSpecial(xml, tag);
    if (special) {
      if (special.text !== '') yield { kind: 'text', text: special.text };
      at = special.to;
      continue;
    }
    const end = endOfTag(xml, tag);
    yield* tagEvents(xml.slice(tag + 1, end));
    at = end + 1;
  }
}

function* tagEvents(inside: string): Generator<XmlEvent> {
  if (inside.startsWith('/')) {
    yield { kind: 'close', name: localName(inside.slice(1).trim()) };
    return;
  }
  const isEmpty = inside.endsWith('/');
  const body = isEmpty ? inside.slice(0, -1) : inside;
  const space = body.search(/\s/);
  const name = localName(space < 0 ? body : body.slice(0, space));
  yield { kind: 'open', name, attributes: space < 0 ? '' : body.slice(space) };
  if (isEmpty) yield { kind: 'close', name };
}

const SPECIALS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

function skipSpecial(
  xml: string,
  at: number,
): { readonly to: number; readonly text: string } | undefined {
  const special = SPECIALS.find(([start]) => xml.startsWith(start, at));
  if (!special) return undefined;
  const [start, end] = special;
  const found = xml.indexOf(end, at + start.length);
  const to = found < 0 ? xml.length : found;
  const text = start === '<![CDATA[' ? xml.slice(at + start.length, to) : '';
  return { to: to + end.length, text };
}

/** The `>` of a tag; one inside an attribute value does not count. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const character = xml[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return xml.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute by its local name, in an element's attribute text. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : unescapeXml(value);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for an element or an attribute; what XML cannot hold at all is left out. */
export function escapeXml(text: string): string {
  return (
    text
      .replace(LONE_SURROGATES, '\u{fffd}')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
  );
}
