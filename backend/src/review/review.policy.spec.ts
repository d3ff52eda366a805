import { describe, expect, test } from '@jest/globals';
import { approval } from './review.policy.js';

const record = { reviewStep: 0, createdBy: { id: 'a' }, submittedBy: 'a' };
const other = { id: 'b', soleAccount: false };

describe('approval', () => {
  test('one step approves', () => {
    expect(approval(record, 1, other)).toEqual({ state: 'approved', reviewStep: 1, selfApproval: false });
  });

  test('two steps need two approvals', () => {
    expect(approval(record, 2, other)).toEqual({ state: 'pending', reviewStep: 1, selfApproval: false });
    expect(approval({ ...record, reviewStep: 1 }, 2, other)).toEqual({
      state: 'approved',
      reviewStep: 2,
      selfApproval: false,
    });
  });

  test('a route without steps is done with one approval', () => {
    expect(approval(record, 0, other)).toMatchObject({ state: 'approved' });
  });

  test('nobody approves what they entered or last changed', () => {
    expect(approval(record, 1, { id: 'a', soleAccount: false })).toEqual({ refused: expect.stringContaining('自己') });
    expect(approval({ ...record, submittedBy: 'b' }, 1, other)).toEqual({ refused: expect.stringContaining('自己') });
  });

  test('the only account may, and it is said', () => {
    expect(approval(record, 1, { id: 'a', soleAccount: true })).toMatchObject({
      state: 'approved',
      selfApproval: true,
    });
    expect(approval(record, 1, { id: 'b', soleAccount: true })).toMatchObject({ selfApproval: false });
  });
});
