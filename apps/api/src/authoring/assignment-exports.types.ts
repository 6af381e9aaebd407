import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AssignmentExportStatus } from '@holdout/domain';
import { AssignmentExportStatusEnum } from '../graphql/enums.js';

@InputType('ExportAssignmentInput')
export class ExportAssignmentInput {
  @Field(() => String)
  assignmentSlug!: string;

  /** The newest one where none is given. */
  @Field(() => Int, { nullable: true })
  version!: number | null;

  /** X25519 public key (SPKI, base64): the folder, hidden data included, is sealed for its holder. */
  @Field(() => String)
  recipientKey!: string;
}

@ObjectType('AssignmentExport')
export class AssignmentExportType {
  @Field(() => ID)
  id!: string;

  @Field(() => AssignmentExportStatusEnum)
  status!: AssignmentExportStatus;

  /** With the recipient's private key it opens what /files/export/{id} sends. */
  @Field(() => String, { nullable: true })
  senderKey!: string | null;

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => Date)
  createdAt!: Date;
}
