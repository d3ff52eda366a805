/** One record on its page, and what can be done with it. */
import { ElMessage } from 'element-plus';
import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { ApiError, fetchRecord, sentenceOf, type RecordDetail } from '../../api';
import { useStandardStore } from '../../stores/standard';
import { useUnitsStore } from '../../stores/units';
import type { Names } from './value-words';

export function useRecord(id: () => number) {
  const standard = useStandardStore();
  const units = useUnitsStore();
  const record = shallowRef<RecordDetail | null>(null);
  const error = ref<unknown>(null);
  const state = reactive({ busy: false, problem: '' });
  const type = computed(() => standard.recordTypeById.get(record.value?.type ?? '') ?? null);
  const names = computed<Names>(() => {
    const titles = new Map(record.value?.linked.map((one) => [one.id, one.title]));
    return { unit: units.nameOf, record: (linked) => titles.get(linked) ?? null };
  });

  async function load(): Promise<void> {
    error.value = null;
    const asked = id();
    try {
      const [found] = await Promise.all([fetchRecord(asked), standard.load(), units.load()]);
      if (asked === id()) record.value = found;
    } catch (problem) {
      if (asked === id()) error.value = problem;
    }
  }

  /** Does something to the record and shows it as it is afterwards; says what went wrong and shows the current state. */
  async function act(work: (record: RecordDetail) => Promise<unknown>, done: string): Promise<boolean> {
    if (record.value === null) return false;
    state.busy = true;
    state.problem = '';
    try {
      await work(record.value);
      record.value = await fetchRecord(id());
      ElMessage({ type: 'success', message: done });
      return true;
    } catch (problem) {
      state.problem = sentenceOf(problem);
      if (problem instanceof ApiError && problem.status === 409) record.value = await fetchRecord(id());
      return false;
    } finally {
      state.busy = false;
    }
  }

  watch(
    id,
    () => {
      record.value = null;
      void load();
    },
    { immediate: true },
  );
  return { record, type, names, error, state, load, act };
}
