/** Where a record stands on its way, and who has entered it. */
export interface UnderReview {
  readonly reviewStep: number;
  readonly createdBy: { readonly id: string };
  /** Whoever last changed the content. */
  readonly submittedBy: string;
}

/** `soleAccount`: there is one account that does everything, so it may also approve its own entries, and the answer says so. */
export interface Reviewer {
  readonly id: string;
  readonly soleAccount: boolean;
}

export type Approval =
  | { readonly state: 'approved' | 'pending'; readonly reviewStep: number; readonly selfApproval: boolean }
  | { readonly refused: string };

/**
 * One approval moves a record one step along its route of `steps` steps; after the last it is approved. Nobody approves
 * what they entered (decision 15), except where there is no second account.
 */
export function approval(record: UnderReview, steps: number, reviewer: Reviewer): Approval {
  const isOwn = record.createdBy.id === reviewer.id || record.submittedBy === reviewer.id;
  if (isOwn && !reviewer.soleAccount) return { refused: '自己登记的记录不能自己审核，请由另一个人审核。' };
  const reviewStep = record.reviewStep + 1;
  return { state: reviewStep >= steps ? 'approved' : 'pending', reviewStep, selfApproval: isOwn };
}
