import { defineStore } from 'pinia';
import { ref } from 'vue';
import { fetchSettings, saveSettings, type Settings, type SettingsChange } from '../api';

/** The settings of the county; loaded after signing in. */
export const useSettingsStore = defineStore('settings', () => {
  const settings = ref<Settings | null>(null);

  async function load(): Promise<Settings> {
    settings.value ??= await fetchSettings();
    return settings.value;
  }

  async function save(change: SettingsChange): Promise<void> {
    settings.value = await saveSettings(change);
  }

  function forget(): void {
    settings.value = null;
  }

  return { settings, load, save, forget };
});
