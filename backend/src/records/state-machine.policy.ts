import type { ReviewState } from '../engine/index.js';
import type { RecordAction } from './record.types.js';

export type Transition = { readonly state: ReviewState } | { readonly refused: string };

/** What a change of content leads to: whatever was judged before has to be judged again. */
const CHANGED: Readonly<Record<ReviewState, Transition>> = {
  pending: { state: 'pending' },
  approved: { state: 'pending' },
  returned: { state: 'pending' },
  withdrawn: { refused: '这条记录已撤回，不能再改；请重新登记一条。' },
};

const MACHINE: Readonly<Record<Exclude<RecordAction, 'enter'>, Readonly<Record<ReviewState, Transition>>>> = {
  edit: CHANGED,
  attach: CHANGED,
  detach: CHANGED,
  approve: {
    pending: { state: 'approved' },
    approved: { refused: '这条记录已经通过审核，不用再审。' },
    returned: { refused: '这条记录已退回，等填报人改好重新提交后再审。' },
    withdrawn: { refused: '这条记录已撤回，不能审核。' },
  },
  return: {
    pending: { state: 'returned' },
    approved: { refused: '这条记录已经通过审核，不能退回；有错请修改，修改后会重新审核。' },
    returned: { refused: '这条记录已经退回过了，等填报人修改。' },
    withdrawn: { refused: '这条记录已撤回，不能退回。' },
  },
  withdraw: {
    pending: { state: 'withdrawn' },
    approved: { state: 'withdrawn' },
    returned: { state: 'withdrawn' },
    withdrawn: { refused: '这条记录已经撤回过了。' },
  },
};

/** The state after an action, or the sentence why the action is not possible. Withdrawn is final. */
export function transition(from: ReviewState, action: Exclude<RecordAction, 'enter'>): Transition {
  return MACHINE[action][from];
}
