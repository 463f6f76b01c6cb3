import { attribute, xmlEvents } from '#lib/flat-files';

/** An element of a document: its text, and its children by their local names. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
};

type Growing = { name: string; attributes: string; text: string; children: Growing[] };

/** The root of a document; undefined where its elements do not close each other. */
export function readXml(xml: string): XmlElement | undefined {
  const document: Growing = { name: '', attributes: '', text: '', children: [] };
  const open = [document];
  for (const event of xmlEvents(xml)) {
    const inside = open.at(-1) ?? document;
    if (event.kind === 'text') inside.text += event.text;
    else if (event.kind === 'open') {
      const { name, attributes } = event;
      const element = { name, attributes, text: '', children: [] };
      inside.children.push(element);
      open.push(element);
    } else if (open.length === 1 || open.pop()?.name !== event.name) return undefined;
  }
  return open.length === 1 && document.children.length === 1 ? document.children[0] : undefined;
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text at the end of a path of names; empty where there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string {
  const [name, ...rest] = path;
  if (name === undefined) return element.text.trim();
  const [child] = childrenOf(element, name);
  return child ? textAt(child, ...rest) : '';
}

export function attributeOf(element: XmlElement, name: string): string {
  return attribute(element.attributes, name) ?? '';
}
