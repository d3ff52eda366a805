import type { RouteRecordRaw } from 'vue-router';

export const unitRoutes: RouteRecordRaw[] = [
  { path: '/units', name: 'units', component: () => import('./UnitsPage.vue'), meta: { title: '单位' } },
  {
    path: '/units/:code',
    name: 'unit',
    component: () => import('./UnitPage.vue'),
    props: true,
    meta: { title: '单位' },
  },
];
