import { describe, expect, it } from 'vitest';
import { decode, encode } from './encoding.ts';
import type { Encoding } from './detect-encoding.ts';

function encoded(text: string, encoding: Encoding): Uint8Array {
  const result = encode(text, encoding);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const JAPANESE = '注文番号\t商品名\n250-1\tﾊﾝﾄﾞﾒｲﾄﾞ 木製の積み木 ① ―ソ表能\n';
const GERMAN = 'Händler-SKU\tPreis\nA-1\tMen’s Größe 42 – für Füße, 10 €\n';
const FRENCH = 'sku-vendeur\tétat\nB-2\tété créée à l’âge “d’or”\n';
const CHINESE = '卖家 SKU\t商品名称\nC-3\t不锈钢保温杯，五百毫升\n';

describe('reading bytes whose encoding nobody names', () => {
  it.each<[Encoding, string]>([
    ['utf-8', GERMAN + JAPANESE + CHINESE],
    ['utf-16le', GERMAN + JAPANESE],
    ['utf-16be', CHINESE],
    ['windows-1252', GERMAN],
    ['windows-1252', FRENCH],
    ['shift_jis', JAPANESE],
    ['shift_jis', '注文番号\t出荷数\n'],
    ['gb18030', CHINESE],
  ])('knows %s by its content', (encoding, text) => {
    expect(decode(encoded(text, encoding))).toEqual({ text, encoding });
  });

  it.each<[Encoding, number[]]>([
    ['utf-8', [0xef, 0xbb, 0xbf, 0x61]],
    ['utf-16le', [0xff, 0xfe, 0x61, 0x00]],
    ['utf-16be', [0xfe, 0xff, 0x00, 0x61]],
  ])('takes the byte order mark of %s off the first header', (encoding, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ text: 'a', encoding });
  });

  it('reads UTF-16 that lost its byte order mark', () => {
    const text = 'seller-sku\tprice\r\n';
    expect(decode(encoded(text, 'utf-16le').subarray(2))).toEqual({ text, encoding: 'utf-16le' });
    expect(decode(encoded(text, 'utf-16be').subarray(2))).toEqual({ text, encoding: 'utf-16be' });
  });

  it('keeps UTF-8 when the last character of a download was cut', () => {
    const bytes = new TextEncoder().encode('Größe äöü ß 木 é');
    const { text, encoding } = decode(bytes.subarray(0, -1));
    expect(encoding).toBe('utf-8');
    expect(text).toBe('Größe äöü ß 木 \u{fffd}');
  });

  it('takes a single accent in a European report for what it is', () => {
    for (const word of ['café', 'Größe', 'Ångström', 'SEÑOR', 'QUALITÉ', 'Men’s', '5 €', 'naïve'])
      expect(decode(encoded(`sku\t${word}\n`, 'windows-1252')).text).toBe(`sku\t${word}\n`);
  });

  it('reads every kana and everyday kanji in Shift_JIS', () => {
    for (const text of [
      'ヤマト運輸',
      '佐川急便',
      '宅配便',
      'お問い合わせ伝票番号',
      '代金引換',
      '出荷日',
    ])
      expect(decode(encoded(`sku\t${text}\n`, 'shift_jis')).text).toBe(`sku\t${text}\n`);
  });

  it('does not take a broken lead byte for a character of four', () => {
    for (const lead of [0xc0, 0xc1, 0xf5, 0xff])
      expect(decode(Uint8Array.from([0x61, lead, 0x80, 0x61])).encoding).not.toBe('utf-8');
  });

  it('takes empty and plain English bytes for UTF-8', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
    expect(decode(Uint8Array.from([0x61]))).toEqual({ text: 'a', encoding: 'utf-8' });
  });
});

describe('writing text in an encoding', () => {
  it('writes the codes that Windows in Japan writes', () => {
    expect([...encoded('①ⅰ髙～ｱ~', 'shift_jis')]).toEqual([
      0x87, 0x40, 0xfa, 0x40, 0xfb, 0xfc, 0x81, 0x60, 0xb1, 0x7e,
    ]);
  });

  it('names what it cannot write instead of writing question marks', () => {
    expect(encode('木製 é 木', 'windows-1252')).toEqual({
      ok: false,
      problems: [
        {
          code: 'characters-not-writable',
          facts: { encoding: 'windows-1252', characters: ['木', '製'] },
        },
      ],
    });
    expect(encode('🧸', 'shift_jis').ok).toBe(false);
  });
});
