import type { AmazonAnswer } from './answer.ts';

type Responding = Promise<{ readonly data: unknown }>;
type Asking = (...parameters: never[]) => Responding;

// Amazon's optional parameters may be given as undefined, which the generated types forbid.
type Loose<Parameters, Filled extends PropertyKey> = {
  [Name in keyof Parameters as Name extends Filled ? never : Name]:
    | Parameters[Name]
    | Absent<Parameters, Name>;
} & {
  [Name in keyof Parameters as Name extends Filled ? Name : never]?: Parameters[Name];
};

type Absent<Parameters, Name extends keyof Parameters> =
  Partial<Pick<Parameters, Name>> extends Pick<Parameters, Name> ? undefined : never;

type Told<Method, Filled extends PropertyKey> = Method extends (
  parameters: infer Parameters,
  ...rest: infer _Rest
) => Promise<{ data: infer Data }>
  ? undefined extends Parameters
    ? (parameters?: Loose<NonNullable<Parameters>, Filled>) => Promise<AmazonAnswer<Data>>
    : (parameters: Loose<Parameters, Filled>) => Promise<AmazonAnswer<Data>>
  : never;

/** A generated API class with the same methods and parameters, answering with our answers. */
export type Wrapped<Api, Filled extends PropertyKey = never> = {
  readonly [Name in keyof Api as Api[Name] extends Asking ? Name : never]: Told<Api[Name], Filled>;
};

/** `filled` are parameters that the gateway knows and the caller need not give. */
export function wrap<Api extends object, Filled extends PropertyKey = never>(
  api: Api,
  filled?: Readonly<Record<Filled, unknown>>,
): Wrapped<Api, Filled> {
  const methods: Record<string, unknown> = {};
  const prototype: unknown = Object.getPrototypeOf(api);
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const method: unknown = Reflect.get(api, name);
    if (name === 'constructor' || typeof method !== 'function') continue;
    methods[name] = async (parameters?: object) => {
      const asked: unknown = Reflect.apply(method, api, [{ ...filled, ...parameters }]);
      const response = (await asked) as { readonly data: unknown };
      return response.data;
    };
  }
  return methods as Wrapped<Api, Filled>;
}
