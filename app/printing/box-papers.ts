/** Papers that box labels are laid out for, the most usual first. */
export const BOX_PAPERS = [
  'PackageLabel_Thermal',
  'Thermal_100x150',
  'Thermal_100x100',
  'PackageLabel_Plain_Paper',
  'PackageLabel_Letter_2',
  'PackageLabel_Letter_4',
  'PackageLabel_Letter_6',
  'A4_1',
  'PackageLabel_A4_2',
  'PackageLabel_A4_4',
] as const;
