import type { RouteRecordRaw } from 'vue-router';

export const standardRoutes: RouteRecordRaw[] = [
  {
    path: '/standard/clauses/:id',
    name: 'clause',
    component: () => import('./ClausePage.vue'),
    props: true,
    meta: { title: '条文和读法' },
  },
];
