// What Amazon and its callers agree on: operations, paths, rates. Facts only, no behaviour.
export { findOperation, type FoundOperation, operationOf } from './find-operation.ts';
export { isGrantless } from './grantless.ts';
export { type Method, type Operation, OPERATIONS } from './operations.ts';
