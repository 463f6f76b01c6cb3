/** How the bars of one symbol sit across a label: whole printer dots, the rest is quiet zone. */
export type BarFit = {
  readonly dotsPerModule: number;
  readonly moduleMm: number;
  readonly lengthMm: number;
  readonly quietMm: number;
};

export const POINTS_PER_MM = 72 / 25.4;
export const PRINTER_DPI: readonly number[] = [203, 300, 600];

// Amazon's item label specification asks for side quiet zones of 0.25 in and narrow bars of
// 13.33 mil; 0.25 mm (two dots at 203 dpi) is the least that scans reliably (checked 2026-11-23).
export const QUIET_ZONE_MM = 6.35;
export const NARROW_BAR_MM = 0.3386;
export const WEAK_BAR_MM = 0.25;
// Below this no printer keeps bars and spaces apart for sure; such a label is refused.
const LEAST_BAR_MM = 0.16;
// ISO/IEC 15417: a quiet zone of ten modules on each side.
const QUIET_MODULES = 10;
// Wider bars than this gain nothing and make the symbol longer than a scanner's beam likes.
const WIDEST_BAR_MM = 0.52;

/**
 * The widest whole-dot module that leaves Amazon's quiet zones. Where that would make bars too weak
 * to scan, the quiet zones give way down to the ten modules of the standard.
 */
export function fitBars(modules: number, widthMm: number, dpi: number): BarFit | undefined {
  const dotMm = 25.4 / dpi;
  const most = Math.floor(WIDEST_BAR_MM / dotMm);
  const roomy = Math.min(most, Math.floor((widthMm - 2 * QUIET_ZONE_MM) / (modules * dotMm)));
  if (roomy * dotMm >= WEAK_BAR_MM) return fit(modules, widthMm, roomy, dotMm);
  const tight = Math.floor(widthMm / ((modules + 2 * QUIET_MODULES) * dotMm));
  const leastEnough = Math.ceil(WEAK_BAR_MM / dotMm);
  const dots = Math.min(tight, leastEnough);
  return dots * dotMm < LEAST_BAR_MM ? undefined : fit(modules, widthMm, dots, dotMm);
}

function fit(modules: number, widthMm: number, dotsPerModule: number, dotMm: number): BarFit {
  const lengthMm = modules * dotsPerModule * dotMm;
  return {
    dotsPerModule,
    moduleMm: dotsPerModule * dotMm,
    lengthMm,
    quietMm: (widthMm - lengthMm) / 2,
  };
}

/** Bars at least 0.25 in or 15 % of their length high (Amazon's item label specification). */
export function leastBarHeightMm(lengthMm: number): number {
  return Math.max(6.35, 0.15 * lengthMm);
}
