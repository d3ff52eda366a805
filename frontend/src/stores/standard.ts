import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import {
  fetchRecordTypes,
  fetchStandard,
  type Clause,
  type RecordType,
  type Requirement,
  type Standard,
  type Topic,
} from '../api';

export interface PlacedClause {
  readonly topic: Topic;
  readonly clause: Clause;
}
export interface PlacedRequirement extends PlacedClause {
  readonly requirement: Requirement;
}

/** The task table and the record types, loaded once. */
export const useStandardStore = defineStore('standard', () => {
  const standard = shallowRef<Standard | null>(null);
  const recordTypes = shallowRef<readonly RecordType[]>([]);
  let loading: Promise<void> | null = null;

  const topics = computed(() => standard.value?.projects.flatMap((project) => project.topics) ?? []);
  const clauses = computed(() => {
    const map = new Map<string, PlacedClause>();
    for (const topic of topics.value) for (const clause of topic.clauses) map.set(clause.id, { topic, clause });
    return map;
  });
  const requirements = computed(() => {
    const map = new Map<string, PlacedRequirement>();
    for (const placed of clauses.value.values()) {
      for (const requirement of placed.clause.requirements) map.set(requirement.id, { ...placed, requirement });
    }
    return map;
  });
  const recordTypeById = computed(() => new Map(recordTypes.value.map((type) => [type.id, type])));

  async function fetchBoth(): Promise<void> {
    const [table, types] = await Promise.all([fetchStandard(), fetchRecordTypes()]);
    standard.value = table;
    recordTypes.value = types;
  }

  /** Loads both once; a failed load may be tried again. */
  function load(): Promise<void> {
    loading ??= fetchBoth().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  return { standard, recordTypes, topics, clauses, requirements, recordTypeById, load };
});
