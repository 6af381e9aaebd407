import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Assurance, CredentialStatus } from '@holdout/domain';
import { ResultReproductionType } from '../reproductions/reproductions.types.js';
import { AssuranceEnum, CredentialStatusEnum } from '../graphql/enums.js';

@ObjectType('Credential')
export class CredentialType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Boolean, { description: 'Of a whole stage; otherwise of one assignment.' })
  isOfStage!: boolean;

  @Field(() => ID, { nullable: true })
  runId!: string | null;

  @Field(() => AssuranceEnum)
  assurance!: Assurance;

  @Field(() => CredentialStatusEnum)
  status!: CredentialStatus;

  @Field(() => Date)
  issuedAt!: Date;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;

  @Field(() => String, { nullable: true })
  revokedReason!: string | null;

  @Field(() => Boolean, { description: 'Anyone with the address may fetch it.' })
  isShared!: boolean;

  @Field(() => String, { description: 'Where it is found while it is shared.' })
  address!: string;

  @Field(() => [ResultReproductionType], {
    description: 'Newest first; none of a stage, which rests on several results.',
  })
  reproductions!: ResultReproductionType[];

  @Field(() => String, { description: 'The signed file.' })
  document!: string;
}

@ObjectType('IssuerKey')
export class IssuerKeyType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  publicKeyMultibase!: string;

  @Field(() => Date)
  activeFrom!: Date;

  @Field(() => Date, { nullable: true })
  retiredAt!: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;
}

@ObjectType('Issuer')
export class IssuerType {
  @Field(() => String)
  did!: string;

  @Field(() => [IssuerKeyType], { description: 'All there ever were, oldest first.' })
  keys!: IssuerKeyType[];

  @Field(() => Boolean, { description: 'The worker was asked for another key and has not made it yet.' })
  isRotating!: boolean;
}
