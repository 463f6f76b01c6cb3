import type { Clock, Instant } from '#lib/kernel';

/** Carries one request to Amazon or to the simulator; rejects when the connection fails. */
export type Transport = (request: Request) => Promise<Response>;

export type Credentials = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
};

/** One attempt, as the transcript keeps it: no token, no secret, no body, no address. */
export type CallRecord = {
  readonly operation: string;
  readonly at: Instant;
  readonly attempt: number;
  readonly milliseconds: number;
  readonly status?: number;
  readonly requestId?: string;
  readonly codes: readonly string[];
  /** Calls a second that this operation is given from now on. */
  readonly rate?: number;
  /** Codes of an operation that Amazon has carried out, or failed to. */
  readonly problemCodes?: readonly string[];
};

export type GatewayOptions = {
  readonly transport: Transport;
  /** The region's endpoint, "https://sellingpartnerapi-na.amazon.com". */
  readonly endpoint: string;
  readonly tokenEndpoint: string;
  readonly credentials: Credentials;
  readonly sellerId: string;
  readonly clock: Clock;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
  readonly record?: (call: CallRecord) => void;
  /** While true no write leaves the house. */
  readonly stopWrites?: () => boolean;
  /** How long one attempt may take; 30 s unless told. */
  readonly attemptTimeoutMs?: number;
  /** How long a call may wait for its turn before it is answered as throttled; 2 min unless told. */
  readonly patienceMs?: number;
};
