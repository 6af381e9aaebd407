import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MembershipType } from '../memberships/memberships.types.js';
import { OrganizationType } from '../memberships/memberships.types.js';
import { BrandingType } from '../organizations/organizations.types.js';

@ObjectType('Viewer')
export class ViewerType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => Boolean)
  isOperator!: boolean;

  @Field(() => [MembershipType])
  memberships!: MembershipType[];

  @Field(() => OrganizationType, { nullable: true })
  organization!: OrganizationType | null;

  @Field(() => BrandingType, { nullable: true, description: 'Of the organization.' })
  branding!: BrandingType | null;

  @Field(() => Boolean, {
    description:
      'Whether the sign-in was the organization’s own: it opens that organization alone, and nothing of the whole account can be changed.',
  })
  opensOneOrganization!: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'Whoever asks is an admin who looks as this student until then, and changes nothing.',
  })
  impersonatedUntil!: Date | null;
}
