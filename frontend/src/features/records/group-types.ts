import type { RecordType } from '../../api';

export interface TypeGroup {
  readonly name: string;
  readonly types: readonly RecordType[];
}

/** The order in which a county works: papers first, then places, activities, people, figures, cases. Others follow. */
const ORDER = ['文件与会议', '设施与队伍', '儿童之家', '培训与宣传', '资金与统计', '个案与零报告'];

/** Record types by their group. */
export function groupTypes(types: readonly RecordType[]): TypeGroup[] {
  const groups = new Map<string, RecordType[]>(ORDER.map((name) => [name, []]));
  for (const type of types) groups.set(type.group, [...(groups.get(type.group) ?? []), type]);
  return [...groups].filter(([, list]) => list.length > 0).map(([name, list]) => ({ name, types: list }));
}
