import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** True on a phone: narrower than 768 px. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const query = window.matchMedia('(max-width: 767.98px)');
  const narrow = ref(query.matches);
  const update = () => {
    narrow.value = query.matches;
  };
  query.addEventListener('change', update);
  onScopeDispose(() => query.removeEventListener('change', update));
  return readonly(narrow);
}
