import type { RouteRecordRaw } from 'vue-router';

export const recordRoutes: RouteRecordRaw[] = [
  { path: '/records', name: 'records', component: () => import('./RecordsPage.vue'), meta: { title: '登记' } },
  {
    path: '/records/new',
    name: 'record-new',
    component: () => import('./NewRecordPage.vue'),
    meta: { title: '登记一条' },
  },
  {
    path: '/records/:id(\\d+)',
    name: 'record',
    component: () => import('./RecordPage.vue'),
    props: (route) => ({ id: Number(route.params.id) }),
    meta: { title: '登记记录' },
  },
];
