import type { RouteRecordRaw } from 'vue-router';

export const drillRoutes: RouteRecordRaw[] = [
  {
    path: '/cells/:requirementId/:unitCode',
    name: 'cell',
    component: () => import('./CellPage.vue'),
    props: true,
    meta: { title: '判定依据' },
  },
];
