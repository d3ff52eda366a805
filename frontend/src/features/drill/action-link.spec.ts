import { expect, it } from 'vitest';
import { actionLink } from './action-link';

it('opens the entry form with type, unit and what is already known', () => {
  const action = { recordType: 'meeting', unitCode: '370323', prefill: { level: '县政府' }, label: '登记会议' };
  expect(actionLink(action)).toEqual({
    path: '/records/new',
    query: { type: 'meeting', unit: '370323', prefill: '{"level":"县政府"}' },
  });
});
