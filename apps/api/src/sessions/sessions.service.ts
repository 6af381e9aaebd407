import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@holdout/domain';
import { AuthService } from '../auth/auth.js';
import type { Operation } from '../operation/operation.js';
import type { SessionType } from './sessions.types.js';

@Injectable()
export class SessionsService {
  constructor(private readonly authService: AuthService) {}

  async list(operation: Operation): Promise<SessionType[]> {
    const { userId, proof } = await operation.signedIn();
    const sessions = await this.sessionsOf(userId);
    return sessions.map(({ id, createdAt, userAgent }) => ({
      id,
      createdAt,
      userAgent: userAgent ?? null,
      isCurrent: proof.kind === 'session' && proof.sessionId === id,
    }));
  }

  /** Signed out from the next request on, and from the next event of any stream. @throws NotFoundError */
  async revoke(operation: Operation, id: string): Promise<true> {
    const { userId } = await operation.signedIn();
    const session = (await this.sessionsOf(userId)).find((candidate) => candidate.id === id);
    if (!session) throw new NotFoundError('The session');
    const { internalAdapter } = await this.authService.auth.$context;
    await internalAdapter.deleteSession(session.token);
    return true;
  }

  private async sessionsOf(userId: string) {
    const { internalAdapter } = await this.authService.auth.$context;
    return internalAdapter.listSessions(userId, { onlyActiveSessions: true });
  }
}
