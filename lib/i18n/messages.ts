import type { Locale } from './locales.ts';
import enAccounts from './messages/en/accounts.json' with { type: 'json' };
import enAddress from './messages/en/address.json' with { type: 'json' };
import enAmazon from './messages/en/amazon.json' with { type: 'json' };
import enBoard from './messages/en/board.json' with { type: 'json' };
import enBoxLabels from './messages/en/box-labels.json' with { type: 'json' };
import enCarrier from './messages/en/carrier.json' with { type: 'json' };
import enClocks from './messages/en/clocks.json' with { type: 'json' };
import enConvert from './messages/en/convert.json' with { type: 'json' };
import enCosts from './messages/en/costs.json' with { type: 'json' };
import enFees from './messages/en/fees.json' with { type: 'json' };
import enEvidence from './messages/en/evidence.json' with { type: 'json' };
import enFreight from './messages/en/freight.json' with { type: 'json' };
import enInbound from './messages/en/inbound.json' with { type: 'json' };
import enInventory from './messages/en/inventory.json' with { type: 'json' };
import enItemLabels from './messages/en/item-labels.json' with { type: 'json' };
import enLabels from './messages/en/labels.json' with { type: 'json' };
import enListings from './messages/en/listings.json' with { type: 'json' };
import enNotices from './messages/en/notices.json' with { type: 'json' };
import enOrder from './messages/en/order.json' with { type: 'json' };
import enOrders from './messages/en/orders.json' with { type: 'json' };
import enPackStation from './messages/en/pack-station.json' with { type: 'json' };
import enPacking from './messages/en/packing.json' with { type: 'json' };
import enPapers from './messages/en/papers.json' with { type: 'json' };
import enPlacement from './messages/en/placement.json' with { type: 'json' };
import enPlan from './messages/en/plan.json' with { type: 'json' };
import enPractice from './messages/en/practice.json' with { type: 'json' };
import enPrep from './messages/en/prep.json' with { type: 'json' };
import enProblemCodes from './messages/en/problem-codes.json' with { type: 'json' };
import enProblems from './messages/en/problems.json' with { type: 'json' };
import enReceiving from './messages/en/receiving.json' with { type: 'json' };
import enReports from './messages/en/reports.json' with { type: 'json' };
import enSettings from './messages/en/settings.json' with { type: 'json' };
import enShell from './messages/en/shell.json' with { type: 'json' };
import enSteps from './messages/en/steps.json' with { type: 'json' };
import enToday from './messages/en/today.json' with { type: 'json' };
import enTracking from './messages/en/tracking.json' with { type: 'json' };
import enUi from './messages/en/ui.json' with { type: 'json' };
import enWizard from './messages/en/wizard.json' with { type: 'json' };
import zhAccounts from './messages/zh-CN/accounts.json' with { type: 'json' };
import zhAddress from './messages/zh-CN/address.json' with { type: 'json' };
import zhAmazon from './messages/zh-CN/amazon.json' with { type: 'json' };
import zhBoard from './messages/zh-CN/board.json' with { type: 'json' };
import zhBoxLabels from './messages/zh-CN/box-labels.json' with { type: 'json' };
import zhCarrier from './messages/zh-CN/carrier.json' with { type: 'json' };
import zhClocks from './messages/zh-CN/clocks.json' with { type: 'json' };
import zhConvert from './messages/zh-CN/convert.json' with { type: 'json' };
import zhCosts from './messages/zh-CN/costs.json' with { type: 'json' };
import zhFees from './messages/zh-CN/fees.json' with { type: 'json' };
import zhEvidence from './messages/zh-CN/evidence.json' with { type: 'json' };
import zhFreight from './messages/zh-CN/freight.json' with { type: 'json' };
import zhInbound from './messages/zh-CN/inbound.json' with { type: 'json' };
import zhInventory from './messages/zh-CN/inventory.json' with { type: 'json' };
import zhItemLabels from './messages/zh-CN/item-labels.json' with { type: 'json' };
import zhLabels from './messages/zh-CN/labels.json' with { type: 'json' };
import zhListings from './messages/zh-CN/listings.json' with { type: 'json' };
import zhNotices from './messages/zh-CN/notices.json' with { type: 'json' };
import zhOrder from './messages/zh-CN/order.json' with { type: 'json' };
import zhOrders from './messages/zh-CN/orders.json' with { type: 'json' };
import zhPackStation from './messages/zh-CN/pack-station.json' with { type: 'json' };
import zhPacking from './messages/zh-CN/packing.json' with { type: 'json' };
import zhPapers from './messages/zh-CN/papers.json' with { type: 'json' };
import zhPlacement from './messages/zh-CN/placement.json' with { type: 'json' };
import zhPlan from './messages/zh-CN/plan.json' with { type: 'json' };
import zhPractice from './messages/zh-CN/practice.json' with { type: 'json' };
import zhPrep from './messages/zh-CN/prep.json' with { type: 'json' };
import zhProblemCodes from './messages/zh-CN/problem-codes.json' with { type: 'json' };
import zhProblems from './messages/zh-CN/problems.json' with { type: 'json' };
import zhReceiving from './messages/zh-CN/receiving.json' with { type: 'json' };
import zhReports from './messages/zh-CN/reports.json' with { type: 'json' };
import zhSettings from './messages/zh-CN/settings.json' with { type: 'json' };
import zhShell from './messages/zh-CN/shell.json' with { type: 'json' };
import zhSteps from './messages/zh-CN/steps.json' with { type: 'json' };
import zhToday from './messages/zh-CN/today.json' with { type: 'json' };
import zhTracking from './messages/zh-CN/tracking.json' with { type: 'json' };
import zhUi from './messages/zh-CN/ui.json' with { type: 'json' };
import zhWizard from './messages/zh-CN/wizard.json' with { type: 'json' };

const en = {
  accounts: enAccounts,
  address: enAddress,
  amazon: enAmazon,
  board: enBoard,
  'box-labels': enBoxLabels,
  carrier: enCarrier,
  clocks: enClocks,
  convert: enConvert,
  costs: enCosts,
  fees: enFees,
  evidence: enEvidence,
  freight: enFreight,
  inbound: enInbound,
  inventory: enInventory,
  'item-labels': enItemLabels,
  labels: enLabels,
  listings: enListings,
  notices: enNotices,
  order: enOrder,
  orders: enOrders,
  'pack-station': enPackStation,
  packing: enPacking,
  papers: enPapers,
  placement: enPlacement,
  plan: enPlan,
  practice: enPractice,
  prep: enPrep,
  problems: { ...enProblems, codes: enProblemCodes },
  receiving: enReceiving,
  reports: enReports,
  settings: enSettings,
  shell: enShell,
  steps: enSteps,
  today: enToday,
  tracking: enTracking,
  ui: enUi,
  wizard: enWizard,
};

/** The shape of a catalogue: one namespace per file, the English one is the pattern. */
export type Messages = typeof en;
export type Namespace = keyof Messages;

const zhCN: Messages = {
  accounts: zhAccounts,
  address: zhAddress,
  amazon: zhAmazon,
  board: zhBoard,
  'box-labels': zhBoxLabels,
  carrier: zhCarrier,
  clocks: zhClocks,
  convert: zhConvert,
  costs: zhCosts,
  fees: zhFees,
  evidence: zhEvidence,
  freight: zhFreight,
  inbound: zhInbound,
  inventory: zhInventory,
  'item-labels': zhItemLabels,
  labels: zhLabels,
  listings: zhListings,
  notices: zhNotices,
  order: zhOrder,
  orders: zhOrders,
  'pack-station': zhPackStation,
  packing: zhPacking,
  papers: zhPapers,
  placement: zhPlacement,
  plan: zhPlan,
  practice: zhPractice,
  prep: zhPrep,
  problems: { ...zhProblems, codes: zhProblemCodes },
  receiving: zhReceiving,
  reports: zhReports,
  settings: zhSettings,
  shell: zhShell,
  steps: zhSteps,
  today: zhToday,
  tracking: zhTracking,
  ui: zhUi,
  wizard: zhWizard,
};

const CATALOGUES: Record<Locale, Messages> = { en, 'zh-CN': zhCN };

export function messagesFor(locale: Locale): Messages {
  return CATALOGUES[locale];
}
