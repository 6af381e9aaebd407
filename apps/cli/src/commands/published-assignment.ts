import { request, type Access } from '../api/client.js';
import { assignmentQuery, type AssignmentFacts } from '../api/documents.js';
import { ApiError } from '../errors.js';

export type PublishedAssignment = AssignmentFacts & { version: NonNullable<AssignmentFacts['version']> };

/** @throws ApiError when there is no such assignment for this student, or no version of it is published. */
export async function publishedAssignment(access: Access, slug: string): Promise<PublishedAssignment> {
  const { assignment } = await request(access, assignmentQuery, { slug });
  const { version } = assignment;
  if (!version)
    throw new ApiError(`No version of "${slug}" is published yet. Ask your instructor.`, 'CONFLICT');
  return { ...assignment, version };
}
