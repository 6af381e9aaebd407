import { Module } from '@nestjs/common';
import { InvitationsResolver } from './invitations.resolver.js';
import { InvitationsService } from './invitations.service.js';

@Module({ providers: [InvitationsResolver, InvitationsService] })
export class InvitationsModule {}
