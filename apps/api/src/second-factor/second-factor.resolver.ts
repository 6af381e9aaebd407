import { Query, Resolver } from '@nestjs/graphql';
import { AuthService } from '../auth/auth.js';
import { SignedIn } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';

/** Whether the viewer has one. Turning it on and off are routes of sign-in: see the auth routes. */
@Resolver()
export class SecondFactorResolver {
  constructor(private readonly authService: AuthService) {}

  @SignedIn()
  @Query(() => Boolean, { description: 'Whether signing in with the password takes a second factor.' })
  async hasSecondFactor(@CurrentOperation() operation: Operation): Promise<boolean> {
    const { userId } = await operation.signedIn();
    return this.authService.hasSecondFactor(userId);
  }
}
