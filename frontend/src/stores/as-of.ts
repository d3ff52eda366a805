import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { isDay } from '../shared/days';
import { useSettingsStore } from './settings';

/** The day on which everything is judged (考核基准日): the one picked, else today in business time. */
export const useAsOfStore = defineStore('asOf', () => {
  const settings = useSettingsStore();
  const chosen = ref<string | null>(null);
  const today = computed(() => settings.settings?.today ?? '');
  const day = computed(() => chosen.value ?? today.value);

  /** Picks a day; today, or something that is no day, goes back to today. */
  function choose(next: unknown): void {
    chosen.value = isDay(next) && next !== today.value ? next : null;
  }

  return { chosen, today, day, choose };
});
