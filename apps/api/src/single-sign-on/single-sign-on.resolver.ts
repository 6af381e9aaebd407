import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles, Public } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { EmailDomainsService } from './email-domains.service.js';
import { SingleSignOnService } from './single-sign-on.service.js';
import {
  EmailDomainType,
  SignInOrganizationType,
  SingleSignOnInput,
  SingleSignOnSettingsType,
  SingleSignOnType,
} from './single-sign-on.types.js';

@Resolver()
export class SingleSignOnResolver {
  constructor(
    private readonly service: SingleSignOnService,
    private readonly domains: EmailDomainsService,
  ) {}

  @AllowRoles('ADMIN')
  @Query(() => SingleSignOnSettingsType)
  singleSignOn(@CurrentOperation() operation: Operation) {
    return this.service.settings(operation);
  }

  @Public()
  @Query(() => SignInOrganizationType, {
    nullable: true,
    description: 'The organization of this slug, where its people sign in at a provider of its own.',
  })
  signInOrganization(@Args('slug') slug: string) {
    return this.service.bySlug(slug);
  }

  @Public()
  @Query(() => [SignInOrganizationType], {
    description: 'Where people with this e-mail address may sign in; by its domain alone.',
  })
  signInOrganizations(@Args('email') email: string) {
    return this.service.byEmail(email);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => SingleSignOnType, {
    description: 'Asks the provider first. Another issuer or client ends what the one before had opened.',
  })
  setSingleSignOn(@CurrentOperation() operation: Operation, @Args('input') input: SingleSignOnInput) {
    return this.service.set(operation, input);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => Boolean, { description: 'Ends all sessions that the provider opened.' })
  removeSingleSignOn(@CurrentOperation() operation: Operation) {
    return this.service.remove(operation);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => EmailDomainType)
  addEmailDomain(@CurrentOperation() operation: Operation, @Args('domain') domain: string) {
    return this.domains.add(operation, domain);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => EmailDomainType, { description: 'Looks for the TXT record.' })
  proveEmailDomain(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.domains.prove(operation, id);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => Boolean)
  removeEmailDomain(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.domains.remove(operation, id);
  }
}
