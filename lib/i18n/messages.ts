import type { Locale } from './locales.ts';
import enProblems from './messages/en/problems.json' with { type: 'json' };
import enShell from './messages/en/shell.json' with { type: 'json' };
import enSteps from './messages/en/steps.json' with { type: 'json' };
import enUi from './messages/en/ui.json' with { type: 'json' };
import enWizard from './messages/en/wizard.json' with { type: 'json' };
import zhProblems from './messages/zh-CN/problems.json' with { type: 'json' };
import zhShell from './messages/zh-CN/shell.json' with { type: 'json' };
import zhSteps from './messages/zh-CN/steps.json' with { type: 'json' };
import zhUi from './messages/zh-CN/ui.json' with { type: 'json' };
import zhWizard from './messages/zh-CN/wizard.json' with { type: 'json' };

const en = {
  problems: enProblems,
  shell: enShell,
  steps: enSteps,
  ui: enUi,
  wizard: enWizard,
};

/** The shape of a catalogue: one namespace per file, the English one is the pattern. */
export type Messages = typeof en;
export type Namespace = keyof Messages;

const zhCN: Messages = {
  problems: zhProblems,
  shell: zhShell,
  steps: zhSteps,
  ui: zhUi,
  wizard: zhWizard,
};

const CATALOGUES: Record<Locale, Messages> = { en, 'zh-CN': zhCN };

export function messagesFor(locale: Locale): Messages {
  return CATALOGUES[locale];
}
