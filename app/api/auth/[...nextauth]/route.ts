import { authRoute } from '#lib/auth/server';

export { authRoute as GET, authRoute as POST };
