/** The list that the address asks for. */
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { approveRecords, fetchRecords, sentenceOf, type RecordPage } from '../../api';
import { readFilter, toRecordQuery, withFilter, type ListFilter } from './list-query';

export function useRecordList() {
  const route = useRoute();
  const router = useRouter();
  const filter = computed(() => readFilter(route.query));
  const page = shallowRef<RecordPage | null>(null);
  const error = shallowRef<unknown>(null);
  const chosen = ref<number[]>([]);
  let running: AbortController | null = null;

  async function load(): Promise<void> {
    running?.abort();
    const turn = new AbortController();
    running = turn;
    error.value = null;
    try {
      page.value = await fetchRecords(toRecordQuery(filter.value), turn.signal);
      const pending = page.value.items.filter(({ state }) => state === 'pending').map(({ id }) => id);
      chosen.value = chosen.value.filter((id) => pending.includes(id));
    } catch (problem) {
      if (!turn.signal.aborted) error.value = problem;
    }
  }

  function change(to: Partial<ListFilter>): void {
    void router.push({ path: route.path, query: withFilter(route.query, to) });
  }

  watch(() => JSON.stringify(toRecordQuery(filter.value)), load, { immediate: true });
  onScopeDispose(() => running?.abort());
  return { filter, page, error, chosen, load, change, ...useBulkApproval(page, chosen, load) };
}

/** Approves the chosen records of the page at once; those that were refused are told one by one. */
function useBulkApproval(page: Ref<RecordPage | null>, chosen: Ref<number[]>, reload: () => Promise<void>) {
  const approving = ref(false);
  const refused = ref<readonly string[]>([]);

  async function approveChosen(): Promise<number> {
    const items = (page.value?.items ?? []).filter(({ id }) => chosen.value.includes(id));
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    approving.value = true;
    refused.value = [];
    try {
      const result = await approveRecords(items.map(({ id, version }) => ({ id, version })));
      refused.value = result.refused.map(({ id, message }) => `${titles.get(id) ?? id}：${message}`);
      return result.approved.length;
    } catch (problem) {
      refused.value = [sentenceOf(problem)];
      return 0;
    } finally {
      approving.value = false;
      chosen.value = [];
      await reload();
    }
  }

  return { approving, refused, approveChosen };
}
