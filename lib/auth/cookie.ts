/** The cookie that carries the signed session; its presence alone proves nothing. */
export const SESSION_COOKIE = 'firstleg.session';
