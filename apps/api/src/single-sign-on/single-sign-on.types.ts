import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType('EmailDomain', { description: 'A domain of e-mail addresses that the organization named.' })
export class EmailDomainType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  domain!: string;

  @Field(() => String, { description: 'Name of the TXT record that shows that the domain is yours.' })
  recordName!: string;

  @Field(() => String)
  recordValue!: string;

  @Field(() => Date, { nullable: true })
  provenAt!: Date | null;
}

@ObjectType('SingleSignOn', {
  description: 'The identity provider of the organization. Its secret is never shown.',
})
export class SingleSignOnType {
  @Field(() => String)
  issuer!: string;

  @Field(() => String)
  clientId!: string;

  @Field(() => Boolean, {
    description: 'Whoever the provider knows, with an address of a proven domain, becomes a student.',
  })
  joinsAsStudent!: boolean;
}

@ObjectType('SingleSignOnSettings')
export class SingleSignOnSettingsType {
  @Field(() => String, { description: 'To be registered with the provider.' })
  redirectUri!: string;

  @Field(() => String, { description: 'Where members of the organization sign in.' })
  signInUrl!: string;

  @Field(() => SingleSignOnType, { nullable: true })
  provider!: SingleSignOnType | null;

  @Field(() => [EmailDomainType], { description: '20 at most.' })
  domains!: EmailDomainType[];
}

@ObjectType('SignInOrganization', {
  description: 'An organization whose people sign in at a provider of its own.',
})
export class SignInOrganizationType {
  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  logoUrl!: string | null;
}

@InputType('SingleSignOnInput')
export class SingleSignOnInput {
  @Field(() => String)
  issuer!: string;

  @Field(() => String)
  clientId!: string;

  @Field(() => String, { nullable: true, description: 'Null keeps the one that is there.' })
  clientSecret!: string | null;

  @Field(() => Boolean)
  joinsAsStudent!: boolean;
}
