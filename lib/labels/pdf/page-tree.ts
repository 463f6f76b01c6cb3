import { num, type PdfWriter, textString } from './writer.ts';

type Sheet = {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly slots: readonly { readonly x: number; readonly y: number }[];
};

const PAGES_PER_NODE = 250;

/**
 * The pages of a document whose labels all go to the same slots. Full pages share one content
 * stream ("draw slot 0, draw slot 1, …"); a page is only the table that says which form is where.
 */
export class PageTree {
  readonly #writer: PdfWriter;
  readonly #sheet: Sheet;
  readonly #root: number;
  readonly #contents = new Map<string, number>();
  readonly #nodes: { readonly number: number; readonly count: number }[] = [];
  #kids: number[] = [];
  #node: number;
  #lastForms = '';
  #lastResources = 0;

  constructor(writer: PdfWriter, sheet: Sheet) {
    this.#writer = writer;
    this.#sheet = sheet;
    this.#root = writer.reserve();
    this.#node = writer.reserve();
  }

  add(forms: readonly (number | undefined)[]): void {
    const resources = this.#resources(forms);
    const contents = this.#content(forms);
    this.#kids.push(
      this.#writer.object(
        `<</Type/Page/Parent ${this.#node} 0 R/Contents ${contents} 0 R/Resources ${resources} 0 R>>`,
      ),
    );
    if (this.#kids.length < PAGES_PER_NODE) return;
    this.#closeNode();
    this.#node = this.#writer.reserve();
  }

  /** Writes the tree, the catalogue and the end of the file. */
  finish(title = 'Labels'): void {
    if (this.#kids.length > 0) this.#closeNode();
    const count = this.#nodes.reduce((sum, node) => sum + node.count, 0);
    const { pageWidth, pageHeight } = this.#sheet;
    this.#writer.object(
      `<</Type/Pages/Count ${count}/Kids[${this.#nodes.map((node) => `${node.number} 0 R`).join(' ')}]` +
        `/MediaBox[0 0 ${num(pageWidth)} ${num(pageHeight)}]>>`,
      this.#root,
    );
    // Printing at 100 % is what keeps labels on their stock.
    const root = this.#writer.object(
      `<</Type/Catalog/Pages ${this.#root} 0 R` +
        `/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>>>`,
    );
    const info = this.#writer.object(
      `<</Title ${textString(title)}/Producer ${textString('Firstleg')}>>`,
    );
    this.#writer.finish(root, info);
  }

  #closeNode(): void {
    const kids = this.#kids.map((kid) => `${kid} 0 R`).join(' ');
    this.#writer.object(
      `<</Type/Pages/Parent ${this.#root} 0 R/Count ${this.#kids.length}/Kids[${kids}]>>`,
      this.#node,
    );
    this.#nodes.push({ number: this.#node, count: this.#kids.length });
    this.#kids = [];
  }

  // Neighbouring pages often hold the same label in every slot.
  #resources(forms: readonly (number | undefined)[]): number {
    let named = '';
    for (const [slot, form] of forms.entries()) {
      if (form !== undefined) named += `/S${slot} ${form} 0 R`;
    }
    if (named === this.#lastForms) return this.#lastResources;
    this.#lastForms = named;
    this.#lastResources = this.#writer.object(`<</XObject<<${named}>>>>`);
    return this.#lastResources;
  }

  #content(forms: readonly (number | undefined)[]): number {
    const first = forms.findIndex((form) => form !== undefined);
    const key = `${first} ${forms.length}`;
    const known = this.#contents.get(key);
    if (known !== undefined) return known;
    let drawing = '';
    for (let slot = first; slot < forms.length; slot++) {
      const place = this.#sheet.slots[slot];
      if (place) drawing += `q 1 0 0 1 ${num(place.x)} ${num(place.y)} cm /S${slot} Do Q\n`;
    }
    const written = this.#writer.stream('', drawing);
    this.#contents.set(key, written);
    return written;
  }
}
