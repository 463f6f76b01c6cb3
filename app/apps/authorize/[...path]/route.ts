import { notFound } from 'next/navigation';
import { openAccount, practicePage } from '#lib/context/server';

/** The page of the practice Amazon on which a seller lets Firstleg in. */
async function consent(request: Request): Promise<Response> {
  const { db } = await openAccount();
  return (await practicePage(db, request)) ?? notFound();
}

export { consent as GET, consent as POST };
