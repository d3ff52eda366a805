import { ElMessage } from 'element-plus';
import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteRecordRaw,
  type Router,
} from 'vue-router';
import { drillRoutes } from '../features/drill/routes';
import { holidayRoutes } from '../features/holidays/routes';
import { overviewRoutes } from '../features/overview/routes';
import { recordRoutes } from '../features/records/routes';
import { standardRoutes } from '../features/standard/routes';
import { tableRoutes } from '../features/table/routes';
import { unitRoutes } from '../features/units/routes';
import { useAsOfStore } from '../stores/as-of';
import { useSessionStore } from '../stores/session';
import { useSettingsStore } from '../stores/settings';

const entryRoutes: RouteRecordRaw[] = [
  {
    path: '/login',
    name: 'login',
    component: () => import('../features/login/LoginPage.vue'),
    meta: { bare: true, open: true, title: '登录' },
  },
  {
    path: '/password',
    name: 'password',
    component: () => import('../features/login/PasswordPage.vue'),
    meta: { bare: true, title: '修改密码' },
  },
  {
    path: '/setup',
    name: 'setup',
    component: () => import('../features/setup/SetupPage.vue'),
    meta: { bare: true, title: '创建工作日期' },
  },
];

const lostRoute: RouteRecordRaw = {
  path: '/:rest(.*)*',
  name: 'lost',
  component: () => import('./LostPage.vue'),
  meta: { title: '没有这个页面' },
};

/** Who may see a page now: signed in, password of one's own, campaign's start known; otherwise where to go first. */
async function gate(to: RouteLocationNormalized) {
  if (to.meta.open) return true;
  const session = await useSessionStore().load();
  if (session === null) return { name: 'login', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
  if (session.mustChangePassword) return to.name === 'password' ? true : { name: 'password' };
  const settings = await useSettingsStore().load();
  if (settings.campaignStart === null && to.name !== 'setup' && to.name !== 'password') return { name: 'setup' };
  return true;
}

/** Takes the as-of day from the address, and puts it into every address while it is not today. */
function keepAsOf(to: RouteLocationNormalized) {
  if (to.meta.bare) return true;
  const asOf = useAsOfStore();
  if (to.query.asOf !== undefined) {
    if (to.query.asOf !== asOf.chosen) asOf.choose(to.query.asOf);
    return true;
  }
  return asOf.chosen === null ? true : { ...to, query: { ...to.query, asOf: asOf.chosen } };
}

/** A page whose code did not come: the server is away, or it has been renewed and then only a whole load brings the page. */
async function tellNotOpened(to: RouteLocationNormalized, from: RouteLocationNormalized): Promise<void> {
  const answers = await fetch('/api/health').then(
    ({ ok }) => ok,
    () => false,
  );
  // A page that was just loaded as a whole is not loaded again: that would never end.
  if (answers && from.matched.length > 0) window.location.assign(to.fullPath);
  else ElMessage({ type: 'error', message: '这一页没有打开。请检查网络后再试一次。', grouping: true });
}

/** The pages of the product, each loaded when first opened. */
export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      ...entryRoutes,
      ...overviewRoutes,
      ...unitRoutes,
      ...recordRoutes,
      ...tableRoutes,
      ...standardRoutes,
      ...drillRoutes,
      ...holidayRoutes,
      lostRoute,
    ],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });
  router.beforeEach(gate);
  router.beforeEach(keepAsOf);
  router.onError((_, to, from) => tellNotOpened(to, from));
  router.afterEach((to) => {
    document.title = typeof to.meta.title === 'string' ? `${to.meta.title} · 任务记分卡` : '任务记分卡';
  });
  return router;
}
