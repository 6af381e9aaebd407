import { Module } from '@nestjs/common';
import { ProviderSecrets } from '@holdout/db';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { EmailDomainsService } from './email-domains.service.js';
import { ProviderAccounts } from './provider-accounts.service.js';
import { ProviderClient } from './provider-client.js';
import { SignInThrough } from './sign-in-through.service.js';
import { SingleSignOnResolver } from './single-sign-on.resolver.js';
import { SingleSignOnService } from './single-sign-on.service.js';

@Module({
  providers: [
    {
      provide: ProviderSecrets,
      inject: [API_CONFIG],
      useFactory: (config: ApiConfig) => new ProviderSecrets(config.HOLDOUT_DEPLOYMENT_SECRET),
    },
    ProviderClient,
    ProviderAccounts,
    EmailDomainsService,
    SingleSignOnService,
    SignInThrough,
    SingleSignOnResolver,
  ],
  exports: [SignInThrough],
})
export class SingleSignOnModule {}
