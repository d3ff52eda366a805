export interface NavItem {
  readonly label: string;
  readonly to: string;
  readonly icon: 'overview' | 'units' | 'records' | 'table';
}

/** The left navigation on a desk, the tabs at the bottom on a phone. */
export const NAV_ITEMS: readonly NavItem[] = [
  { label: '总览', to: '/', icon: 'overview' },
  { label: '单位', to: '/units', icon: 'units' },
  { label: '登记', to: '/records', icon: 'records' },
  { label: '任务分解表', to: '/table', icon: 'table' },
];

/** Whether a page belongs to a navigation item; the page of a clause belongs to the table. */
export function isActive(item: NavItem, path: string): boolean {
  if (path.startsWith('/standard/')) return item.to === '/table';
  return item.to === '/' ? path === '/' : path === item.to || path.startsWith(`${item.to}/`);
}
