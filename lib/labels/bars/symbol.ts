import type bwipjs from 'bwip-js/node';

export type Symbology = 'PDF417' | 'DATA_MATRIX' | 'QR';

/** A two-dimensional symbol: rows of cells, true for dark; rows are `rowModules` modules high. */
export type Symbol2d = {
  readonly columns: number;
  readonly rows: number;
  readonly rowModules: number;
  readonly isDark: (column: number, row: number) => boolean;
};

// Least sizes and error correction: Seller Central, 2D barcodes for box content, checked 2026-11-23.
export const LEAST_MODULE_MM: Record<Symbology, number> = {
  PDF417: 0.508,
  DATA_MATRIX: 1.016,
  QR: 1.016,
};
export const QUIET_MODULES: Record<Symbology, number> = { PDF417: 2, DATA_MATRIX: 1, QR: 4 };
const PDF417_ROW_MODULES = 3;
const PDF417_ERROR_LEVEL = 6;
const DATA_MATRIX_SIZES = ['14x14', '16x16', '18x18', '20x20', '22x22'];

type EncodeRaw = typeof bwipjs.raw;

// Loaded when a symbol is first wanted: most processes that print never draw one.
async function loadEncoder(): Promise<EncodeRaw> {
  const { default: loaded } = await import('bwip-js/node');
  // Not the named export `raw`, which at run time is the encoder of a symbology of that name.
  const encodeRaw: EncodeRaw = Reflect.get(loaded, 'raw');
  return encodeRaw;
}

/** The symbol no wider and no higher than so many modules, or nothing if there is none. */
export async function encodeSymbol(
  symbology: Symbology,
  text: string,
  room: { readonly columns: number; readonly rows: number },
): Promise<Symbol2d | undefined> {
  const encodeRaw = await loadEncoder();
  for (const options of attempts(symbology, room.columns)) {
    const symbol = attempt(encodeRaw, symbology, { text, ...options });
    if (!symbol || symbol.columns > room.columns) continue;
    if (symbol.rows * symbol.rowModules <= room.rows) return symbol;
  }
  return undefined;
}

type Options = Readonly<Record<string, string | number>>;

function attempts(symbology: Symbology, columns: number): readonly Options[] {
  if (symbology === 'QR') return [{ eclevel: 'H' }];
  if (symbology === 'DATA_MATRIX') return DATA_MATRIX_SIZES.map((version) => ({ version }));
  // Four of the 17-module columns and one module more are start, stop and row indicators. Narrow
  // symbols keep clear of the label's edges; wider ones are for crowded boxes.
  const widest = Math.min(30, Math.floor((columns - 69) / 17));
  return [4, 5, 6, widest]
    .filter((count) => count <= widest && count > 0)
    .map((count) => ({ columns: count, eclevel: PDF417_ERROR_LEVEL }));
}

const BWIP_NAMES: Record<Symbology, string> = {
  PDF417: 'pdf417',
  DATA_MATRIX: 'datamatrix',
  QR: 'qrcode',
};

function attempt(
  encodeRaw: EncodeRaw,
  symbology: Symbology,
  options: Options & { readonly text: string },
): Symbol2d | undefined {
  const rowModules = symbology === 'PDF417' ? PDF417_ROW_MODULES : 1;
  try {
    const [made] = encodeRaw({ bcid: BWIP_NAMES[symbology], ...options });
    if (!made || !('pixs' in made)) return undefined;
    const { pixs, pixx } = made;
    return {
      columns: pixx,
      rows: pixs.length / pixx,
      rowModules,
      isDark: (column, row) => pixs[row * pixx + column] === 1,
    };
  } catch (error) {
    // The encoder throws when the text is longer than the symbol holds.
    if (/TooLong|insufficientCapacity|NoValidSymbol/.test(String(error))) return undefined;
    throw error;
  }
}
