// What a verb is given: who acts, in which workspace, through which connection. The only place
// where the gateway meets the simulator; the browser may know its types and nothing else.
export type { Actor, ConnectionFacts, Context } from './context.ts';
export { type FormState, NO_FORM_STATE } from './form-state.ts';
