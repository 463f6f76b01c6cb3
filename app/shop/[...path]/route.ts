import { notFound } from 'next/navigation';
import { openAccount, practicePage } from '#lib/context/server';

/** The practice shop, where a trainer buys what the seller then ships. */
async function shop(request: Request): Promise<Response> {
  const { db } = await openAccount();
  return (await practicePage(db, request)) ?? notFound();
}

export { shop as GET, shop as POST };
