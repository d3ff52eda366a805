/** One record on its page, and what can be done with it. */
import { ElMessage } from 'element-plus';
import { computed, reactive, ref, shallowRef, watch, type ShallowRef } from 'vue';
import { ApiError, fetchRecord, sentenceOf, type RecordDetail } from '../../api';
import { useStandardStore } from '../../stores/standard';
import { useUnitsStore } from '../../stores/units';
import type { Names } from './value-words';

type Work = (record: RecordDetail) => Promise<unknown>;

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

  /** Does something to the record and shows it as it is afterwards. */
  const act = (work: Work, done: string) => acting({ record, state }, work, done);

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

interface Page {
  readonly record: ShallowRef<RecordDetail | null>;
  readonly state: { busy: boolean; problem: string };
}

/** False when it was refused: the sentence is kept, and a record that somebody else changed is shown as it is now. */
async function acting({ record, state }: Page, work: Work, done: string): Promise<boolean> {
  const before = record.value;
  if (before === null) return false;
  state.busy = true;
  state.problem = '';
  try {
    await work(before);
    record.value = await fetchRecord(before.id);
    ElMessage({ type: 'success', message: done });
    return true;
  } catch (problem) {
    state.problem = sentenceOf(problem);
    if (problem instanceof ApiError && problem.status === 409) record.value = await fetchRecord(before.id);
    return false;
  } finally {
    state.busy = false;
  }
}
