import { Module } from '@nestjs/common';
import { InvitationDrafts } from './invitation-drafts.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { InvitationsService } from './invitations.service.js';

@Module({ providers: [InvitationDrafts, InvitationsResolver, InvitationsService] })
export class InvitationsModule {}
