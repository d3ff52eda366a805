import { expect, it } from 'vitest';
import { isActive, NAV_ITEMS } from './navigation';

const activeAt = (path: string) => NAV_ITEMS.filter((item) => isActive(item, path)).map((item) => item.label);

it('marks exactly the item that a page belongs to', () => {
  expect(activeAt('/')).toEqual(['总览']);
  expect(activeAt('/units/370323001')).toEqual(['单位']);
  expect(activeAt('/records/new')).toEqual(['登记']);
  expect(activeAt('/cells/1.1.3.a/370323')).toEqual([]);
  expect(activeAt('/standard/clauses/1.1.3')).toEqual(['任务分解表']);
});
