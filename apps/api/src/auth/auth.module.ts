import {
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { AuthService } from './auth.js';
import { Identities } from './identities.js';
import { InvitationSignUp } from './invitation-sign-up.js';

const PRUNE_MS = 60 * 60 * 1000;

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
export class AuthModule implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(AuthModule.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(@Inject(AuthService) private readonly authService: AuthService) {}

  onModuleInit(): void {
    const prune = () =>
      this.authService
        .prune()
        .catch((error: unknown) =>
          this.logger.warn({ err: error }, 'What old sign-ins left could not be removed.'),
        );
    // A process that is restarted more often than that must also prune.
    void prune();
    this.timer = setInterval(() => void prune(), PRUNE_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.authService.close();
  }
}
