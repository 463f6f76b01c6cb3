declare module 'bin-packing-3d' {
  export class Item {
    constructor(...nameSidesWeight: readonly [string, number, number, number, number]);
    name: string;
    width: number;
    height: number;
    depth: number;
    weight: number;
    position: readonly number[];
    get_dimension(): readonly number[];
  }
  export class Bin {
    constructor(...nameSidesMaxWeight: readonly [string, number, number, number, number]);
    items: Item[];
    unfitted_items: Item[];
  }
  export class Packer {
    add_bin(bin: Bin): number;
    add_item(item: Item): number;
    pack(biggerFirst?: boolean, distributeItems?: boolean): void;
  }
}

declare module 'bp3d' {
  class Item {
    constructor(...nameSidesWeight: readonly [string, number, number, number, number]);
    name: string;
    position: readonly number[];
    getDimension(): readonly number[];
  }
  class Bin {
    constructor(...nameSidesMaxWeight: readonly [string, number, number, number, number]);
    items: Item[];
  }
  class Packer {
    addBin(bin: Bin): void;
    addItem(item: Item): void;
    pack(): void;
  }
  const library: {
    readonly Item: typeof Item;
    readonly Bin: typeof Bin;
    readonly Packer: typeof Packer;
  };
  // The package exports one object and nothing by name.
  export default library;
}
