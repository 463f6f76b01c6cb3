export const ROLES = ['owner', 'manager', 'packer', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What one may do in a workspace. Looking is part of being a member. */
export const ACTS = [
  'convert-listings',
  'edit-plans',
  'spend-money',
  'pack',
  'print-labels',
  'ship-orders',
  'read-buyers',
  'cancel-orders',
  'edit-addresses',
  'stop-writes',
  'manage-connections',
  'manage-members',
] as const;
export type Act = (typeof ACTS)[number];

const PACKER: readonly Act[] = ['pack', 'print-labels', 'ship-orders', 'read-buyers'];
const MANAGER: readonly Act[] = [
  ...PACKER,
  'convert-listings',
  'edit-plans',
  'spend-money',
  'cancel-orders',
  'edit-addresses',
  'stop-writes',
];

const MAY: Readonly<Record<Role, ReadonlySet<Act>>> = {
  owner: new Set(ACTS),
  manager: new Set(MANAGER),
  packer: new Set(PACKER),
  viewer: new Set(),
};

export function mayDo(role: Role, act: Act): boolean {
  return MAY[role].has(act);
}
