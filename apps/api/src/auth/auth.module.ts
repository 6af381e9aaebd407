import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { AuthService } from './auth.js';
import { Identities } from './identities.js';
import { InvitationSignUp } from './invitation-sign-up.js';

@Global()
@Module({
  providers: [
    {
      provide: AuthService,
      inject: [API_CONFIG],
      useFactory: (config: ApiConfig) => {
        const logger = new Logger(AuthService.name);
        return new AuthService(config, (error) =>
          logger.warn({ err: error }, 'The auth library reports a fault.'),
        );
      },
    },
    Identities,
    InvitationSignUp,
  ],
  exports: [AuthService, Identities, InvitationSignUp],
})
export class AuthModule implements OnApplicationShutdown {
  constructor(@Inject(AuthService) private readonly authService: AuthService) {}

  async onApplicationShutdown(): Promise<void> {
    await this.authService.close();
  }
}
