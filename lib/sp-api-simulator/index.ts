// A stateful Amazon: the Selling Partner API as Request -> Response, seeded, with a clock of its own.
// Never draws, never reaches out, and answers nothing that it has not saved.
export { type SimulatorDocuments } from './files.ts';
export { type BoxLabelFacts } from './inbound/box-labels.ts';
export { type ItemLabelFacts } from './inbound/item-labels.ts';
export { type SimulatorListing } from './listings/add.ts';
export { QUIRKS, type QuirkName } from './quirks.ts';
export { isScenario, SCENARIO_NAMES, type ScenarioName } from './scenarios.ts';
export { type Provisioned, type ProvisionInput } from './sellers/provision.ts';
export { createSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';
export { memoryStore, type StoredEntity, type WorldStore } from './store.ts';
