import { createPinia } from 'pinia';
import { createApp } from 'vue';
import 'element-plus/es/components/message/style/css';
import 'element-plus/es/components/message-box/style/css';
import '../shared/styles/tokens.css';
import '../shared/styles/base.css';
import '../shared/styles/table.css';
import '../shared/styles/print.css';
import { onSignedOut } from '../api';
import { useSessionStore } from '../stores/session';
import AppRoot from './AppRoot.vue';
import { createAppRouter } from './router';

const app = createApp(AppRoot);
app.use(createPinia());
const router = createAppRouter();
app.use(router);

onSignedOut(() => {
  if (router.currentRoute.value.meta.open) return;
  useSessionStore().forget();
  void router.push({ name: 'login', query: { next: router.currentRoute.value.fullPath } });
});

app.mount('#app');
