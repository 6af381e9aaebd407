import { Controller, Get, Header, Param } from '@nestjs/common';
import { Public } from '../operation/access.js';
import { badgeImage } from './badge-image.js';
import { PublishedService } from './published.service.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const A_MINUTE = 'public, max-age=60';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Read by verifiers on any site: browsers may ask from everywhere, without cookies. */
@Public()
@Controller('issuers/:slug')
export class PublishedController {
  constructor(private readonly published: PublishedService) {}

  @Get()
  @Header('cache-control', A_MINUTE)
  profile(@Param('slug') slug: string) {
    return this.published.profile(slug);
  }

  @Get('did.json')
  @Header('cache-control', A_MINUTE)
  issuerDocument(@Param('slug') slug: string) {
    return this.published.issuerDocument(slug);
  }

  // A revocation has to be seen at once.
  @Get('status/:number')
  @Header('cache-control', 'no-store')
  @Header('content-type', JSON_TYPE)
  statusList(@Param('slug') slug: string, @Param('number') number: string) {
    return this.published.statusList(slug, number);
  }

  @Get('receipts/:digest')
  @Header('cache-control', FOR_EVER)
  @Header('content-type', JSON_TYPE)
  receipt(@Param('slug') slug: string, @Param('digest') digest: string) {
    return this.published.receipt(slug, digest);
  }

  // Each verdict is added once it is there.
  @Get('receipts/:digest/reproductions')
  @Header('cache-control', 'no-store')
  reproductions(@Param('slug') slug: string, @Param('digest') digest: string) {
    return this.published.reproductions(slug, digest);
  }

  // Its holder may stop sharing it at any time.
  @Get('credentials/:id')
  @Header('cache-control', 'no-store')
  @Header('content-type', JSON_TYPE)
  credential(@Param('slug') slug: string, @Param('id') id: string) {
    return this.published.credential(slug, id);
  }

  @Get('achievements/:name')
  @Header('cache-control', A_MINUTE)
  async achievement(@Param('slug') slug: string, @Param('name') name: string) {
    const { id, title, summary } = await this.published.achievement(slug, name);
    return { id, type: ['Achievement'], name: title, description: summary };
  }

  @Get('achievements/:name/image.svg')
  @Header('cache-control', A_MINUTE)
  @Header('content-type', 'image/svg+xml')
  async image(@Param('slug') slug: string, @Param('name') name: string) {
    return badgeImage(await this.published.achievement(slug, name));
  }
}
