import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { fetchUnits, type Unit } from '../api';

/** The units of the county in the order of the list, loaded once. */
export const useUnitsStore = defineStore('units', () => {
  const units = shallowRef<readonly Unit[]>([]);
  let loading: Promise<void> | null = null;

  const byCode = computed(() => new Map(units.value.map((unit) => [unit.code, unit])));
  const county = computed(() => units.value.find((unit) => unit.kind === 'county') ?? null);

  function load(): Promise<void> {
    loading ??= fetchUnits()
      .then((list) => {
        units.value = list;
      })
      .catch((error: unknown) => {
        loading = null;
        throw error;
      });
    return loading;
  }

  /** Name for people, with the town where it is needed; the code itself while the list is not loaded. */
  function nameOf(code: string): string {
    const unit = byCode.value.get(code);
    return unit?.displayName ?? unit?.shortName ?? code;
  }

  const childrenOf = (code: string) => units.value.filter((unit) => unit.parentCode === code);

  return { units, byCode, county, load, nameOf, childrenOf };
});
