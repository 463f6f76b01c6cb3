import { expect, test } from 'vitest';
import { testDatabase } from '#lib/db/testing';
import { movePractice, practiceDesk } from './server.ts';

const database = testDatabase();

test('the practice Amazon’s clock is stopped, moved on, and let run again', async () => {
  const { db } = database;
  expect(await movePractice(db, 'POST clock', { speed: 0 })).toMatchObject({ ok: true });
  const stopped = await practiceDesk(db);
  expect(stopped.speed).toBe(0);
  await movePractice(db, 'POST clock', { advanceMs: 3_600_000 });
  expect((await practiceDesk(db)).now).toBe(stopped.now + 3_600_000);
  await movePractice(db, 'POST clock', { speed: 60 });
  expect((await practiceDesk(db)).speed).toBe(60);
});

test('troubles and quirks are as the trainer set them last', async () => {
  const { db } = database;
  const rules = [{ operation: '*', kind: 'http429', probability: 0.3 }];
  await movePractice(db, 'PUT faults', { rules });
  await movePractice(db, 'PUT quirks', { quirks: ['noPCP', 'literalCost'] });
  const desk = await practiceDesk(db);
  expect(desk.faults).toEqual(rules);
  const on = desk.quirks.filter((quirk) => quirk.on).map(({ name }) => name);
  expect(on.toSorted()).toEqual(['literalCost', 'noPCP']);
  await movePractice(db, 'PUT faults', { rules: [] });
  expect((await practiceDesk(db)).faults).toEqual([]);
});

test('a lever moved to nonsense is refused, and nothing changes', async () => {
  const { db } = database;
  const before = await practiceDesk(db);
  expect(await movePractice(db, 'PUT quirks', { quirks: ['noSuchQuirk'] })).toMatchObject({
    ok: false,
    problems: [{ code: 'practice-lever-refused' }],
  });
  expect((await practiceDesk(db)).quirks).toEqual(before.quirks);
});
