import { Inject, Injectable } from '@nestjs/common';
import { Database, PersonalData, acceptInvitation, registerPerson } from '@holdout/db';
import { BadUserInputError, ConflictError, NotFoundError } from '@holdout/domain';
import { z } from 'zod';
import { AuthService } from './auth.js';
import { tokenHash } from './secret-token.js';

const input = z.object({
  token: z.string().min(1).max(200),
  email: z.email({ error: 'Give the address that the invitation was sent to.' }).max(254),
  name: z
    .string()
    .trim()
    .min(1, { error: 'Give the name that others should see.' })
    .max(100, { error: 'A name has 100 characters at most.' }),
  password: z
    .string()
    .min(10, { error: 'A password has 10 characters at least.' })
    .max(200, { error: 'A password has 200 characters at most.' }),
});

/** The only way to an account: an invitation that is open and for this address. */
@Injectable()
export class InvitationSignUp {
  constructor(
    private readonly authService: AuthService,
    private readonly database: Database,
    @Inject(PersonalData) private readonly personal: PersonalData,
  ) {}

  /** @throws BadUserInputError, NotFoundError when no such invitation is open, ConflictError when the address has an account */
  async signUp(body: unknown): Promise<{ email: string; password: string }> {
    const parsed = input.safeParse(body);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new BadUserInputError(issue?.message ?? 'The request could not be read.', {
        field: issue?.path.join('.') ?? 'token',
      });
    }
    const { token, name, password } = parsed.data;
    const email = parsed.data.email.toLowerCase();
    const hash = tokenHash(token);
    const invitation = await this.database.system.invitationByToken(hash);
    // Asked before anything is written, so that addresses cannot be tried without an invitation.
    if (!invitation) throw new NotFoundError('An open invitation for your address');
    const { internalAdapter, password: passwords } = await this.authService.auth.$context;
    if (await internalAdapter.findUserByEmail(email)) {
      throw new ConflictError(
        'This address has an account already. Sign in, then open the invitation again.',
      );
    }
    const user = await internalAdapter.createUser(
      { email, name, emailVerified: true },
      { method: 'email-password' },
    );
    try {
      await internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: await passwords.hash(password),
      });
      const { organizationId } = invitation;
      await this.database.inTenant({ organizationId, userId: user.id }, async (tx) => {
        await registerPerson(tx, this.personal, { id: user.id, displayName: name });
        const emailHash = this.personal.emailHash(email);
        await acceptInvitation(tx, { tokenHash: hash, userId: user.id, emailHash, now: new Date() });
      });
    } catch (error) {
      await internalAdapter.deleteUser(user.id);
      throw error;
    }
    return { email, password };
  }
}
