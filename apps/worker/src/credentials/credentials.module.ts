import { Module } from '@nestjs/common';
import { CredentialsConsumer } from './credentials.consumer.js';
import { IssuerService } from './issuer.service.js';
import { ReceiptSigningService } from './receipt-signing.service.js';
import { SettlingService } from './settling.service.js';
import { StatusListsService } from './status-lists.service.js';

/** Signs in an organization's name, which no other process can do. */
@Module({
  providers: [CredentialsConsumer, IssuerService, ReceiptSigningService, SettlingService, StatusListsService],
  exports: [CredentialsConsumer],
})
export class CredentialsModule {}
