import { draftSettings, type DraftSettings } from '@holdout/domain';
import type { CliDeployment } from './cli-deployment.js';
import { untilTrue } from './until-true.js';
import { uploadMetadata } from './upload-metadata.js';

/** Of settings that are lists of things. */
const PARTS: Readonly<Record<string, string>> = {
  weights: '{ key weight metrics }',
  simpleAt: '{ metric value }',
  scorerMetrics: '{ name label direction bound unit }',
};
/** Every setting of a draft, as a query asks for it. */
export const DRAFT_SETTINGS = Object.keys(draftSettings.shape)
  .map((name) => `${name} ${PARTS[name] ?? ''}`)
  .join(' ');

const DRAFT = `query ($id: ID!) { assignmentDraft(id: $id) { status error settings { ${DRAFT_SETTINGS} }
  newestImport { status error problems { file line message }
    report { version isNew splits trial { metric isOwn value } anchors { metric } } } } }`;
const SAVE = `mutation ($id: ID!, $settings: AssignmentDraftSettingsInput!) {
  saveAssignmentDraft(id: $id, settings: $settings) { id } }`;

interface Ended {
  status: string;
  problems: { file: string; line: number | null; message: string }[];
  report: {
    version: number | null;
    isNew: boolean;
    splits: number;
    trial: { metric: string; isOwn: boolean; value: number }[] | null;
    anchors: { metric: string }[];
  } | null;
}
interface Draft {
  status: string;
  settings: DraftSettings;
  newestImport: Ended | null;
}

/** A draft as the browser writes one: by its queries, with a session of its author's. */
export class WrittenDraft {
  private constructor(
    private readonly here: CliDeployment,
    private readonly cookie: string,
    private readonly id: string,
  ) {}

  /** On a dataset that is uploaded for it. */
  static async on(here: CliDeployment, cookie: string, filename: string, content: Buffer) {
    const headers = { 'tus-resumable': '1.0.0', cookie, 'x-holdout-csrf': '1', origin: here.url };
    const begun = await fetch(`${here.url}/uploads`, {
      method: 'POST',
      headers: {
        ...headers,
        'upload-length': String(content.length),
        'upload-metadata': uploadMetadata({ filename, purpose: 'dataset' }),
      },
    });
    const uploadId = begun.headers.get('location')?.split('/').at(-1);
    if (!uploadId) throw new Error(`The upload was refused: ${begun.status} ${await begun.text()}`);
    await fetch(`${here.url}/uploads/${uploadId}`, {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(content),
    });
    const begin = 'mutation ($uploadId: ID!) { begun: beginAssignmentDraft(uploadId: $uploadId) { id } }';
    return WrittenDraft.begin(here, cookie, begin, { uploadId });
  }

  /** Of the next version of what is published. */
  static nextOf(here: CliDeployment, cookie: string, slug: string): Promise<WrittenDraft> {
    const begin = 'mutation ($slug: String!) { begun: beginAssignmentVersion(slug: $slug) { id } }';
    return WrittenDraft.begin(here, cookie, begin, { slug });
  }

  private static async begin(here: CliDeployment, cookie: string, query: string, variables: object) {
    const { data, errors } = await here.ask<{ begun: { id: string } }>(cookie, query, { ...variables });
    if (!data) throw new Error(JSON.stringify(errors));
    const draft = new WrittenDraft(here, cookie, data.begun.id);
    await draft.until(({ status }) => status !== 'PROFILING', 60_000);
    return draft;
  }

  async settings(): Promise<DraftSettings> {
    return (await this.read()).settings;
  }

  async save(patch: Partial<DraftSettings>): Promise<void> {
    const settings = { ...(await this.settings()), ...patch };
    await this.ask(SAVE, { settings });
  }

  /** To its end, whatever that is. */
  async publish(withinMs: number): Promise<Ended> {
    await this.ask('mutation ($id: ID!) { publishAssignmentDraft(id: $id) { id } }');
    const isEnded = ({ newestImport }: Draft) =>
      newestImport !== null && !['QUEUED', 'RUNNING'].includes(newestImport.status);
    const { newestImport } = await this.until(isEnded, withinMs);
    if (!newestImport) throw new Error('The publication was not answered.');
    return newestImport;
  }

  private async read(): Promise<Draft> {
    return (await this.ask<{ assignmentDraft: Draft }>(DRAFT)).assignmentDraft;
  }

  private async until(isReached: (draft: Draft) => boolean, withinMs: number): Promise<Draft> {
    let draft = await this.read();
    const told = () => JSON.stringify(draft) + this.here.log();
    await untilTrue(async () => isReached((draft = await this.read())), withinMs, told);
    return draft;
  }

  private async ask<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.here.ask<T>(this.cookie, query, { id: this.id, ...variables });
    if (!data) throw new Error(JSON.stringify(errors));
    return data;
  }
}

/** What has to be declared of made data before it is published. */
export const DECLARED = {
  licence: 'CC0-1.0',
  origin: 'Made for a test.',
  personalData: 'None',
  mayBeShown: true,
} satisfies Partial<DraftSettings>;
