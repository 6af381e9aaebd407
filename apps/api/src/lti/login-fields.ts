import { BadUserInputError } from '@holdout/domain';
import { z } from 'zod';

/** How a platform begins a launch. */
export interface LoginFields {
  issuer: string;
  loginHint: string;
  messageHint: string | null;
  /** Null where the platform leaves it to us which of its registrations is meant. */
  clientId: string | null;
  deploymentId: string | null;
}

const hint = z.string().min(1).max(4000);
const fields = z.object({
  iss: z.string().min(1).max(255),
  login_hint: hint,
  lti_message_hint: hint.optional(),
  client_id: z.string().max(255).optional(),
  lti_deployment_id: z.string().max(255).optional(),
});

/** @throws BadUserInputError */
export function loginFields(sent: unknown): LoginFields {
  const read = fields.safeParse(sent);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') ?? 'iss';
    throw new BadUserInputError(`A launch begins with "iss" and "login_hint"; "${field}" cannot be read.`, {
      field,
    });
  }
  const { iss, login_hint, lti_message_hint, client_id, lti_deployment_id } = read.data;
  return {
    issuer: iss,
    loginHint: login_hint,
    messageHint: lti_message_hint ?? null,
    clientId: client_id || null,
    deploymentId: lti_deployment_id || null,
  };
}
