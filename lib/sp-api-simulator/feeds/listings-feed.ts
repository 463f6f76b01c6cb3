import { z } from 'zod';

import type { FeedRecord } from '../entities.ts';
import { listingId } from '../listings/add.ts';
import type { Issue } from '../listings/issues.ts';
import { applyPatches, PatchRequest } from '../listings/patch.ts';
import {
  dropListing,
  PutRequest,
  replaced,
  type Submitted,
  submit,
} from '../listings/submission.ts';
import type { Turn } from '../turn.ts';

const Message = z.discriminatedUnion('operationType', [
  PatchRequest.extend({
    operationType: z.literal('PATCH'),
    messageId: z.number().int().min(1),
    sku: z.string().min(1),
  }),
  PutRequest.extend({
    operationType: z.enum(['UPDATE', 'PARTIAL_UPDATE']),
    messageId: z.number().int().min(1),
    sku: z.string().min(1),
  }),
  z.object({
    operationType: z.literal('DELETE'),
    messageId: z.number().int().min(1),
    sku: z.string().min(1),
  }),
]);
type Message = z.infer<typeof Message>;

const Feed = z.object({
  header: z.object({
    sellerId: z.string(),
    version: z.literal('2.0'),
    issueLocale: z.string().optional(),
  }),
  messages: z.array(z.unknown()).min(1).max(10_000),
});

type Said = {
  readonly messageId: number;
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly message: string;
  readonly attributeNames?: readonly string[];
};

/** JSON_LISTINGS_FEED: the Listings Items API message by message; its report is JSON as well. */
export function listingsFeed(turn: Turn, feed: FeedRecord, text: string): string | undefined {
  const read = readFeed(text);
  if (read?.header.sellerId !== feed.sellerId) return undefined;
  const issues: Said[] = [];
  let [accepted, invalid] = [0, 0];
  for (const [index, raw] of read.messages.entries()) {
    const message = Message.safeParse(raw);
    const said = message.success
      ? carryOut(turn, feed, message.data)
      : [unreadable(index + 1, message.error)];
    issues.push(...said);
    if (said.some(({ severity }) => severity === 'ERROR')) invalid += 1;
    else accepted += 1;
  }
  return JSON.stringify({
    header: { sellerId: feed.sellerId, version: '2.0', feedId: feed.id },
    issues,
    summary: {
      errors: issues.filter(({ severity }) => severity === 'ERROR').length,
      warnings: issues.filter(({ severity }) => severity === 'WARNING').length,
      messagesProcessed: read.messages.length,
      messagesAccepted: accepted,
      messagesInvalid: invalid,
    },
  });
}

function readFeed(text: string): z.infer<typeof Feed> | undefined {
  try {
    return Feed.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function carryOut(turn: Turn, feed: FeedRecord, message: Message): Said[] {
  const listings = feed.marketplaceIds.flatMap(
    (id) => turn.world.read('listing', listingId(feed.sellerId, id, message.sku)) ?? [],
  );
  if (listings.length === 0)
    return [
      {
        messageId: message.messageId,
        code: '4000003',
        severity: 'ERROR',
        message: `SKU '${message.sku}' was not found for this selling partner.`,
      },
    ];
  return listings
    .flatMap((listing): Submitted['issues'] => {
      if (message.operationType === 'DELETE') return dropListing(turn, listing);
      const { productType } = message;
      const patched =
        message.operationType === 'PATCH'
          ? applyPatches(listing, message.patches, turn.quirks.has('listingKeepsDefault'))
          : replaced(listing, message.attributes, message.operationType === 'PARTIAL_UPDATE');
      return submit(turn, listing, patched, { productType, preview: false }).issues;
    })
    .map(({ code, severity, message: words, attributeNames }) => ({
      messageId: message.messageId,
      code,
      severity,
      message: words,
      ...(attributeNames ? { attributeNames } : {}),
    }));
}

function unreadable(place: number, error: z.ZodError): Said {
  const [issue] = error.issues;
  return {
    messageId: place,
    code: '4000001',
    severity: 'ERROR',
    message: `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'is not valid'}`,
  };
}
