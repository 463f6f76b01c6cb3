import { z } from 'zod';

import { accepted, type Answer, badRequest, notFound, refusal } from '../answer.ts';
import { handler, list, one, whole } from '../call.ts';
import type { Destination, Subscription } from '../entities.ts';
import { pageOf } from '../paging.ts';
import type { Turn } from '../turn.ts';
import { deliver, subscriptionsTo } from './announce.ts';
import { NOTIFICATION_TYPES } from './news.ts';

const API = 'notifications';

const Sqs = z.object({
  arn: z
    .string()
    .max(1000)
    .regex(/^arn:aws:sqs:\S+:\S+:\S+/),
});
const CreateDestination = z.object({
  name: z.string().min(1).max(256),
  resourceSpecification: z.union([
    z.object({ sqs: Sqs }),
    z.object({
      eventBridge: z.object({ region: z.string().min(1), accountId: z.string().min(1) }),
    }),
  ]),
});

const createDestination = handler(
  API,
  'createDestination',
  { body: CreateDestination },
  (turn, { body: { name, resourceSpecification: wanted } }) => {
    if ([...turn.world.all('destination')].some((each) => each.name === name))
      return refusal(409, 'InvalidInput', `A destination named ${name} exists already.`);
    const id = turn.dice.id('', 'destination', name);
    const resource =
      'sqs' in wanted
        ? wanted
        : {
            eventBridge: {
              name: `aws.partner/sellingpartnerapi.amazon.com/${name}`,
              ...wanted.eventBridge,
            },
          };
    turn.world.put('destination', { id, name, resource });
    return accepted({ payload: destinationView({ id, name, resource }) });
  },
);

const getDestinations = handler(API, 'getDestinations', {}, (turn) =>
  accepted({
    payload: [...turn.world.all('destination')]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(destinationView),
  }),
);

const getDestination = handler(API, 'getDestination', {}, (turn, { parameters }) => {
  const destination = turn.world.read('destination', parameters['destinationId'] ?? '');
  return destination ? accepted({ payload: destinationView(destination) }) : unknown();
});

const deleteDestination = handler(API, 'deleteDestination', {}, (turn, { parameters }) => {
  const destination = turn.world.read('destination', parameters['destinationId'] ?? '');
  if (!destination) return unknown();
  if (turn.world.having('subscription', `destination ${destination.id}`).length > 0)
    return refusal(409, 'InvalidInput', 'The destination has subscriptions.');
  for (const id of turn.world.having('message', `destination ${destination.id}`))
    turn.world.remove('message', id);
  turn.world.remove('destination', destination.id);
  return accepted({});
});

const CreateSubscription = z.object({
  payloadVersion: z.string().min(1),
  destinationId: z.string().min(1),
  processingDirective: z
    .object({
      eventFilter: z.looseObject({ eventFilterType: z.string().min(1) }).optional(),
      filterExpression: z.string().min(1).max(256).optional(),
    })
    .optional(),
});

const createSubscription = handler(
  API,
  'createSubscription',
  { body: CreateSubscription },
  (turn, { body, seller, parameters }) => {
    const type = parameters['notificationType'] ?? '';
    if (!isKnown(type)) return badRequest(API, `The notification type ${type} is not supported.`);
    if (!turn.world.read('destination', body.destinationId))
      return badRequest(API, 'The destination does not exist.');
    const same = subscriptionsTo(turn, seller.id, type).some(
      ({ payloadVersion }) => payloadVersion === body.payloadVersion,
    );
    if (same) return refusal(409, 'InvalidInput', 'A subscription of this type exists already.');
    const subscription: Subscription = {
      id: turn.dice.id('', 'subscription', seller.id, type, body.payloadVersion),
      sellerId: seller.id,
      type,
      payloadVersion: body.payloadVersion,
      destinationId: body.destinationId,
      ...(body.processingDirective ? { directive: body.processingDirective } : {}),
    };
    turn.world.put('subscription', subscription);
    return accepted({ payload: subscriptionView(subscription) });
  },
);

const getSubscription = handler(
  API,
  'getSubscription',
  { query: z.object({ payloadVersion: one.optional() }) },
  (turn, { query, seller, parameters }) => {
    const found = subscriptionsTo(turn, seller.id, parameters['notificationType'] ?? '').find(
      ({ payloadVersion }) => payloadVersion === (query.payloadVersion ?? payloadVersion),
    );
    return found ? accepted({ payload: subscriptionView(found) }) : unknown();
  },
);

const getSubscriptions = handler(
  API,
  'getSubscriptions',
  {
    query: z.object({
      notificationTypes: list(100),
      payloadVersion: one.optional(),
      pageSize: whole(1, 100).optional(),
      nextToken: one.optional(),
    }),
  },
  (turn, { query, seller, filters }) => {
    const found = query.notificationTypes
      .flatMap((type) => subscriptionsTo(turn, seller.id, type))
      .filter(({ payloadVersion }) => payloadVersion === (query.payloadVersion ?? payloadVersion));
    const asked = { api: API, operation: 'getSubscriptions', sellerId: seller.id, filters };
    const size = { pageSize: query.pageSize ?? 30, token: query.nextToken };
    const paged = pageOf(turn, { ...asked, ...size }, found);
    if ('answer' in paged) return paged.answer;
    return accepted({
      payload: {
        subscriptions: paged.page.items.map(subscriptionView),
        ...(paged.page.nextToken ? { nextToken: paged.page.nextToken } : {}),
      },
    });
  },
);

const getSubscriptionById = handler(API, 'getSubscriptionById', {}, (turn, { parameters }) => {
  const found = ofType(turn, parameters);
  return found ? accepted({ payload: subscriptionView(found) }) : unknown();
});

const deleteSubscriptionById = handler(
  API,
  'deleteSubscriptionById',
  {},
  (turn, { parameters }) => {
    const found = ofType(turn, parameters);
    if (!found) return unknown();
    turn.world.remove('subscription', found.id);
    return accepted({});
  },
);

const sendTestNotification = handler(
  API,
  'sendTestNotification',
  {
    body: z.object({
      destinationId: z.string().min(1),
      testNotification: z
        .object({ payloadVersion: z.string().min(1), testScenario: z.string().optional() })
        .optional(),
    }),
  },
  (turn, { body, parameters }) => {
    const type = parameters['notificationType'] ?? '';
    if (!isKnown(type)) return badRequest(API, `The notification type ${type} is not supported.`);
    if (!turn.world.read('destination', body.destinationId)) return unknown();
    const payloadVersion = body.testNotification?.payloadVersion ?? '1.0';
    const about = {
      id: turn.dice.id('', 'test'),
      payloadVersion,
      destinationId: body.destinationId,
    };
    const spelling = type.endsWith('_PROCESSING_FINISHED') ? 'camel' : 'pascal';
    const payload = { testScenario: body.testNotification?.testScenario ?? 'DEFAULT' };
    deliver(turn, about, { type, about: 'test', spelling, payload });
    return accepted({ payload: {} });
  },
);

export const NOTIFICATION_HANDLERS = [
  createDestination,
  getDestinations,
  getDestination,
  deleteDestination,
  createSubscription,
  getSubscription,
  getSubscriptions,
  getSubscriptionById,
  deleteSubscriptionById,
  sendTestNotification,
];

function ofType(
  turn: Turn,
  parameters: Readonly<Record<string, string>>,
): Subscription | undefined {
  const found = turn.world.read('subscription', parameters['subscriptionId'] ?? '');
  return found?.type === parameters['notificationType'] ? found : undefined;
}

function isKnown(type: string): boolean {
  return NOTIFICATION_TYPES.some((each) => each === type);
}

function unknown(): Answer {
  return notFound('The requested resource was not found.');
}

function destinationView({ id, name, resource }: Destination): object {
  return { name, destinationId: id, resource };
}

function subscriptionView(subscription: Subscription): object {
  return {
    subscriptionId: subscription.id,
    payloadVersion: subscription.payloadVersion,
    destinationId: subscription.destinationId,
    ...(subscription.directive ? { processingDirective: subscription.directive } : {}),
  };
}
