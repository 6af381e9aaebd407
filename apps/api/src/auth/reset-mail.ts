import type { MailKind, MailSecrets } from '@holdout/db';
import type { Pool } from 'pg';

const NOTICE_SECONDS = 3 * 24 * 60 * 60;

/** Mail about passwords, which the worker sends. The link is stored encrypted for as long as it works. */
export class ResetMail {
  /** @param pool of the auth role */
  constructor(
    private readonly pool: Pool,
    private readonly secrets: MailSecrets,
  ) {}

  async link(userId: string, token: string, lastsSeconds: number): Promise<void> {
    await this.leave('PASSWORD_RESET', userId, lastsSeconds, this.secrets.seal(userId, token));
  }

  async changed(userId: string): Promise<void> {
    await this.leave('PASSWORD_CHANGED', userId, NOTICE_SECONDS, null);
  }

  /** One link was used: older ones, and those still under way, open nothing any more. */
  async withdrawLinks(userId: string): Promise<void> {
    await this.pool.query('DELETE FROM "verification" WHERE "value" = $1', [userId]);
  }

  private async leave(
    kind: MailKind,
    userId: string,
    lastsSeconds: number,
    secret: Buffer | null,
  ): Promise<void> {
    await this.pool.query(
      `INSERT INTO public.outgoing_mail (kind, recipient_id, secret, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4::int))`,
      [kind, userId, secret, lastsSeconds],
    );
  }
}
