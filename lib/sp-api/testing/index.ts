// For tests and benches only: time that passes when everybody waits.
export { createVirtualTime, type VirtualTime } from './virtual-time.ts';
