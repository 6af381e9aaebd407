import type { AssignmentQuery } from '@/generated/graphql';

export type AssignmentDetail = AssignmentQuery['assignment'];
export type Version = NonNullable<AssignmentDetail['version']>;
