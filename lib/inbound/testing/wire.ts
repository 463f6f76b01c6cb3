import { findOperation } from '#lib/sp-api-contract';
import type { Transport } from '#lib/sp-api';

/** A request as the wire saw it: the operation's name, and whether it changes something. */
export type WireCall = { readonly name: string; readonly isWrite: boolean };

/** After which request the application dies, and whether Amazon has heard that one. */
export type Cut = { readonly at: number; readonly isHeard: boolean };

/**
 * The line between one application and Amazon, which can be cut as a kill cuts it: from then on
 * nothing of this life is ever answered, whether its last request arrived or not.
 */
export class Wire {
  readonly calls: WireCall[] = [];
  private life = 0;
  private cut: Cut | undefined;
  private died: () => void = () => undefined;

  /** Forgets what was; resolves when the cut has killed. */
  begin(cut: Cut | undefined): Promise<void> {
    this.calls.length = 0;
    this.cut = cut;
    return new Promise((resolve) => {
      this.died = resolve;
    });
  }

  between = (transport: Transport): Transport => {
    const life = this.life;
    return async (request) => {
      if (life !== this.life) return never();
      const isLast = this.cut?.at === this.calls.length;
      this.calls.push(callOf(request));
      if (isLast && this.cut?.isHeard === true) await transport(request);
      return isLast ? this.kill() : transport(request);
    };
  };

  private kill(): Promise<never> {
    this.life += 1;
    this.died();
    return never();
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

function callOf({ method, url }: Request): WireCall {
  const { pathname } = new URL(url);
  const operation = findOperation(method, pathname)?.operation;
  return { name: operation?.id ?? pathname, isWrite: operation !== undefined && method !== 'GET' };
}
