import type { RouteRecordRaw } from 'vue-router';

export const tableRoutes: RouteRecordRaw[] = [
  { path: '/table', name: 'table', component: () => import('./TablePage.vue'), meta: { title: '任务分解表' } },
];
