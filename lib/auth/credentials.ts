import { ok, problem, type Problem, refuse, type Result } from '#lib/kernel';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
const EMAIL_MAX = 254;
const NAME_MAX = 80;

/** One address is one account, however it is typed. */
export function normaliseEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

export type NewUser = { readonly email: string; readonly name: string; readonly password: string };
export type NewUserProblem =
  | 'email-invalid'
  | 'name-missing'
  | 'name-too-long'
  | 'password-too-short'
  | 'password-too-long';

/** Checks all three at once, so that a form shows everything that is to be mended. */
export function readNewUser(typed: NewUser): Result<NewUser, NewUserProblem> {
  const email = normaliseEmail(typed.email);
  const name = typed.name.trim();
  const length = Array.from(typed.password).length;
  const problems: Problem<NewUserProblem>[] = [];
  if (email.length > EMAIL_MAX || !/^[^\s@]+@[^\s@]+$/.test(email))
    problems.push(problem('email-invalid', {}, 'email'));
  if (name === '') problems.push(problem('name-missing', {}, 'name'));
  if (Array.from(name).length > NAME_MAX)
    problems.push(problem('name-too-long', { max: NAME_MAX }, 'name'));
  if (length < PASSWORD_MIN)
    problems.push(problem('password-too-short', { min: PASSWORD_MIN }, 'password'));
  if (length > PASSWORD_MAX)
    problems.push(problem('password-too-long', { max: PASSWORD_MAX }, 'password'));
  return problems.length > 0 ? refuse(...problems) : ok({ email, name, password: typed.password });
}
