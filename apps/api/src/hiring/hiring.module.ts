import { Module } from '@nestjs/common';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { CandidatesResolver } from './candidates.resolver.js';
import { CandidatesService } from './candidates.service.js';
import { ContactsResolver } from './contacts.resolver.js';
import { ContactsService } from './contacts.service.js';
import { ShortlistResolver } from './shortlist.resolver.js';
import { ShortlistService } from './shortlist.service.js';

@Module({
  imports: [PortfoliosModule],
  providers: [
    CandidatesResolver,
    CandidatesService,
    ContactsResolver,
    ContactsService,
    ShortlistResolver,
    ShortlistService,
  ],
})
export class HiringModule {}
