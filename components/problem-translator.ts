// Codes belong to the rooms that refuse, so the catalogue is looked up by a key known only here and now.
export type LooseTranslator = {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
};
