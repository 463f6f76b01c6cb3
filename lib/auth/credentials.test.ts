import { expect, test } from 'vitest';
import { normaliseEmail, readNewUser } from './credentials.ts';

const fine = { email: 'Mei@Example.com ', name: ' Mei ', password: 'twelve chars' };
const codes = (typed: Partial<typeof fine>): readonly (string | undefined)[] => {
  const read = readNewUser({ ...fine, ...typed });
  return read.ok ? [] : read.problems.map(({ code, at }) => `${at}: ${code}`);
};

test('an address is one account, whatever its case', () => {
  expect(normaliseEmail(' Mei@Example.COM')).toBe('mei@example.com');
  const read = readNewUser(fine);
  expect(read.ok && read.value).toEqual({
    email: 'mei@example.com',
    name: 'Mei',
    password: 'twelve chars',
  });
});

test('a password has twelve characters or more, counted as a person counts', () => {
  expect(codes({ password: 'elevenchars' })).toEqual(['password: password-too-short']);
  expect(codes({ password: '十二个字的密码也够长了吗' })).toEqual([]);
  expect(codes({ password: '😀'.repeat(6) })).toEqual(['password: password-too-short']);
  expect(codes({ password: 'x'.repeat(201) })).toEqual(['password: password-too-long']);
});

test('everything that is wrong is told at once, each at its field', () => {
  expect(codes({ email: 'mei', name: ' ', password: '' })).toEqual([
    'email: email-invalid',
    'name: name-missing',
    'password: password-too-short',
  ]);
  expect(codes({ name: 'n'.repeat(81) })).toEqual(['name: name-too-long']);
});
