import type { RouteRecordRaw } from 'vue-router';

export const holidayRoutes: RouteRecordRaw[] = [
  { path: '/holidays', name: 'holidays', component: () => import('./HolidaysPage.vue'), meta: { title: '节假日' } },
];
