import { defineStore } from 'pinia';
import { ref } from 'vue';
import { fetchSettings, saveSettings, type Settings, type SettingsChange } from '../api';

const OLD = 10 * 60_000;

/** The settings of the county; loaded after signing in. */
export const useSettingsStore = defineStore('settings', () => {
  const settings = ref<Settings | null>(null);
  let asked = 0;

  async function load(): Promise<Settings> {
    if (settings.value !== null) return settings.value;
    settings.value = await fetchSettings();
    asked = Date.now();
    return settings.value;
  }

  /** Asks again, at most every ten minutes: a page left open overnight must learn of the new day. */
  async function renew(): Promise<void> {
    if (settings.value === null || Date.now() - asked < OLD) return;
    asked = Date.now();
    settings.value = await fetchSettings();
  }

  async function save(change: SettingsChange): Promise<void> {
    settings.value = await saveSettings(change);
  }

  function forget(): void {
    settings.value = null;
  }

  return { settings, load, renew, save, forget };
});
