import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@holdout/domain';
import { AuthService } from '../auth/auth.js';
import type { Operation } from '../operation/operation.js';
import type { SessionType } from './sessions.types.js';

interface StoredSession {
  id: string;
  token: string;
  createdAt: Date;
  userAgent?: string | null | undefined;
  organizationId?: string | null;
}

@Injectable()
export class SessionsService {
  constructor(private readonly authService: AuthService) {}

  async list(operation: Operation): Promise<SessionType[]> {
    const { userId, proof, boundTo } = await operation.signedIn();
    const sessions = await this.sessionsOf(userId, boundTo);
    return sessions.map(({ id, createdAt, userAgent }) => ({
      id,
      createdAt,
      userAgent: userAgent ?? null,
      isCurrent: proof.kind === 'session' && proof.sessionId === id,
    }));
  }

  /** Signed out from the next request on, and from the next event of any stream. @throws NotFoundError */
  async revoke(operation: Operation, id: string): Promise<true> {
    const { userId, boundTo } = await operation.signedIn();
    const session = (await this.sessionsOf(userId, boundTo)).find((candidate) => candidate.id === id);
    if (!session) throw new NotFoundError('The session');
    const { internalAdapter } = await this.authService.auth.$context;
    await internalAdapter.deleteSession(session.token);
    return true;
  }

  /** One that opens a single organization sees those that open it, too, and no others. */
  private async sessionsOf(userId: string, boundTo: string | null) {
    const { internalAdapter } = await this.authService.auth.$context;
    const sessions: StoredSession[] = await internalAdapter.listSessions(userId, {
      onlyActiveSessions: true,
    });
    return boundTo === null ? sessions : sessions.filter(({ organizationId }) => organizationId === boundTo);
  }
}
