// Who may do what: roles, what a new account needs. Browser-safe; signing in is in the staff door.
export { SESSION_COOKIE } from './cookie.ts';
export { type NewUserProblem, PASSWORD_MAX, PASSWORD_MIN } from './credentials.ts';
export { type Act, ACTS, mayDo, type Role, ROLES } from './roles.ts';
