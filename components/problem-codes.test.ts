import { describe, expect, test } from 'vitest';

import { LOCALES } from '#lib/i18n';
import { messagesFor } from '#lib/i18n/server';
import type { Fact } from '#lib/kernel';

import { SOMETIMES_GIVEN } from './problem-facts.ts';
import { findProblemCalls, type ProblemCall } from './testing/problem-calls.ts';
import { argumentsIn } from './testing/sentence-arguments.ts';
import { sentencesIn } from './testing/sentences.ts';

type Sentence = { readonly what: string; readonly fix: string };

const { calls, listed, named, opaque } = findProblemCalls();

// Named where the page itself fails, before a room could refuse.
const OF_THE_PAGE = [
  'carrier-not-chosen',
  'connection-lost',
  'declaration-needed',
  'file-needed',
  'page-outdated',
  'placement-not-chosen',
  'unexpected-failure',
];

const sitesOf = new Map<string, readonly ProblemCall[]>();
for (const call of calls) sitesOf.set(call.code, [...(sitesOf.get(call.code) ?? []), call]);

function catalogue(locale: (typeof LOCALES)[number]): ReadonlyMap<string, Sentence> {
  return new Map<string, Sentence>(Object.entries(messagesFor(locale).problems.codes));
}

describe('the codes that the product refuses with', () => {
  test('the source is read: the well-known codes are found with their facts', () => {
    expect(sitesOf.size).toBeGreaterThan(200);
    const facts = (code: string) => sitesOf.get(code)?.map(({ always }) => always.toSorted());
    expect(facts('box-too-heavy')).toEqual([['box', 'limit', 'weight']]);
    expect(facts('units-left-to-pack')).toEqual([['difference', 'expected', 'packed', 'sku']]);
    expect(facts('sku-unreadable')?.[0]).toEqual(['longest', 'text']);
    expect(facts('stock-scale-range')).toEqual([['least', 'most', 'value']]);
    expect(sitesOf.has('amazon-throttled') && sitesOf.has('amazon-unexpected-answer')).toBe(true);
  });

  test('a code that cannot be read off the source has no facts of its own, save for cells of a pack list', () => {
    expect([...opaque]).toEqual(['lib/flat-files/pack-list-boxes.ts']);
  });

  test('every code on a list of problems is refused with somewhere', () => {
    expect(listed.length).toBeGreaterThan(40);
    expect(listed.filter((code) => !sitesOf.has(code) || !named.has(code))).toEqual([]);
  });
});

describe.each(LOCALES)('the sentences in %s', (locale) => {
  const sentences = catalogue(locale);

  test('every code has one, and there is none for a code that nobody refuses with', () => {
    const codes = new Set([...sitesOf.keys(), ...OF_THE_PAGE]);
    expect([...codes].filter((code) => !sentences.has(code))).toEqual([]);
    expect([...sentences.keys()].filter((code) => !codes.has(code))).toEqual([]);
  });

  test('each says what is wrong and what to do, and uses only facts that are given', () => {
    expect([...sentences].flatMap(([code, sentence]) => faultsOf(code, sentence))).toEqual([]);
  });

  test('each names the SKU, box or shipment it is about', () => {
    const silent = [...sentences].flatMap(([code, { what }]) => {
      const sites = sitesOf.get(code) ?? [];
      const said = argumentsIn(what);
      return ['sku', 'box', 'shipment', 'boxId']
        .filter((name) => sites.some(({ always }) => always.includes(name)) && !said.has(name))
        .map((name) => `${code}: ${name}`);
    });
    expect(silent).toEqual([]);
  });

  test('each can be filled at every place that refuses with it', () => {
    const { what, fix } = sentencesIn(locale);
    for (const call of differentCalls())
      for (const facts of [factsOf(call.always), factsOf([...call.always, ...call.sometimes])])
        for (const said of [what({ code: call.code, facts }), fix({ code: call.code, facts })]) {
          expect(said, call.code).not.toMatch(/[{}]|undefined|NaN|problems\./);
          expect(said?.length, call.code).toBeGreaterThan(3);
        }
  });

  test('none says “invalid”', () => {
    for (const { what, fix } of sentences.values())
      expect(`${what} ${fix}`).not.toMatch(/invalid|非法/i);
  });

  if (locale === 'zh-CN')
    test('none was left in English', () => {
      for (const [code, { what, fix }] of sentences) {
        expect(what, code).toMatch(/\p{Script=Han}/u);
        expect(fix, code).toMatch(/\p{Script=Han}/u);
      }
    });
});

test('both languages tell the same facts of a problem', () => {
  const chinese = catalogue('zh-CN');
  for (const [code, english] of catalogue('en')) {
    const told = ({ what, fix }: Sentence) =>
      new Set([...argumentsIn(what), ...argumentsIn(fix)].map(factNamed));
    expect(told(chinese.get(code) ?? english), code).toEqual(told(english));
  }
});

function faultsOf(code: string, { what, fix }: Sentence): readonly string[] {
  const sites = sitesOf.get(code) ?? [];
  const given = new Set(sites.flatMap(({ always, sometimes }) => [...always, ...sometimes]));
  const blank = new Set<string>(SOMETIMES_GIVEN);
  return [...argumentsIn(what), ...argumentsIn(fix)]
    .map(factNamed)
    .filter((name) => !given.has(name) || !(blank.has(name) || isGivenBy(sites, name)))
    .map((name) => `${code}: ${name}`);
}

function isGivenBy(sites: readonly ProblemCall[], name: string): boolean {
  return sites.every(({ always }) => always.includes(name));
}

// `ownerGiven` and `ownerInWords` are made of the fact `owner`.
function factNamed(argument: string): string {
  return argument.replace(/(?:Given|InWords)$/, '');
}

// Many places refuse with the same code and the same facts.
function differentCalls(): readonly ProblemCall[] {
  const facts = ({ always, sometimes }: ProblemCall) => [always.toSorted(), sometimes.toSorted()];
  return [
    ...new Map(calls.map((call) => [JSON.stringify([call.code, facts(call)]), call])).values(),
  ];
}

function factsOf(names: readonly string[]): Readonly<Record<string, Fact>> {
  return Object.fromEntries(names.map((name) => [name, name === 'currency' ? 'USD' : 7]));
}
