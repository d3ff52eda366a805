import type { RouteRecordRaw } from 'vue-router';

export const recordRoutes: RouteRecordRaw[] = [
  { path: '/records', name: 'records', component: () => import('./RecordsPage.vue'), meta: { title: '登记' } },
];
