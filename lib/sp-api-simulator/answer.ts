/** What leaves the simulator, before it is made into a `Response`. */
export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  /** A body that is not JSON; its type stands in the headers. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A fault on the way back: the answer comes late, or not at all. */
  readonly lost?: { readonly how: 'late' | 'reset' | 'timeout'; readonly delayMs: number };
};

export function accepted(body: unknown, status = 200): Answer {
  return { status, body };
}

export const NO_CONTENT: Answer = { status: 204 };

/** The word each API uses for "your request is wrong" (models and production answers, 2026-11-23). */
export function badRequestCode(api: string): string {
  if (api === 'inbound') return 'BadRequest';
  if (api === 'tokens') return 'InvalidRequest';
  return 'InvalidInput';
}

export function refusal(status: number, code: string, message: string, details = ''): Answer {
  return { status, body: { errors: [{ code, message: message.slice(0, 2048), details }] } };
}

export function badRequest(api: string, message: string, details = ''): Answer {
  return refusal(400, badRequestCode(api), message, details);
}

/** Unknown and foreign look the same. */
export function notFound(what = 'Resource not found.'): Answer {
  return refusal(404, 'NotFound', what);
}

export function isAnswer(value: object): value is Answer {
  return 'status' in value && typeof value.status === 'number';
}
