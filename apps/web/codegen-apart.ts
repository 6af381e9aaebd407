import { preset as client } from '@graphql-codegen/client-preset';

type Preset = typeof client;
type Section = Awaited<ReturnType<Preset['buildGeneratesSection']>>[number];
type Plugin = Section['pluginMap'][string];
type Schema = Parameters<Plugin['plugin']>[0];

const HEADER = '/* eslint-disable */';
const DOCUMENT = 'typed-document-node';

/**
 * The client preset with every operation in a file of its own, so that a page carries only the documents that it asks with: a
 * bundler takes modules as a whole. `graphql.ts` still names them all, next to the types.
 */
export const apart: Preset = {
  ...client,
  buildGeneratesSection: async (options) => {
    const sections = await client.buildGeneratesSection(options);
    const types = sections.find(({ filename }) => filename.endsWith('/graphql.ts'));
    if (!types) throw new Error('The client preset made no graphql.ts.');
    const folder = options.baseOutputDir;
    const written = writtenBy(types);
    const names = types.documents.flatMap(({ document }) =>
      (document?.definitions ?? []).flatMap((definition) =>
        definition.kind === 'OperationDefinition' ? (definition.name?.value ?? []) : [],
      ),
    );
    const own = (filename: string, content: (written: Written) => string): Section => ({
      ...types,
      filename: `${folder}${filename}`,
      plugins: [{ own: {} }],
      pluginMap: { own: { plugin: async (schema) => content(await written(schema)) } },
    });
    return [
      {
        ...types,
        plugins: [
          ...types.plugins.filter((plugin) => !(DOCUMENT in plugin)),
          { add: { content: names.map((name) => `export { ${name}Document } from './documents/${name}';`) } },
          { add: { content: `export type { TypedDocumentString } from './typed-document-string';` } },
        ],
      },
      ...sections.filter(({ filename }) => filename.endsWith('.json')),
      own('typed-document-string.ts', ({ preamble }) => join(HEADER, preamble)),
      ...names.map((name) =>
        own(`documents/${name}.ts`, ({ documents }) => {
          const text = documents.get(name) ?? '';
          const used = /TypedDocumentString<(\w+), (\w+)>;\s*$/.exec(text)?.slice(1) ?? [];
          return join(
            HEADER,
            `import type { ${used.join(', ')} } from '../graphql';`,
            `import { TypedDocumentString } from '../typed-document-string';`,
            text,
          );
        }),
      ),
    ];
  },
};

interface Written {
  /** The class that documents are made of. */
  preamble: string;
  /** By name of the operation. */
  documents: Map<string, string>;
}

/** What the preset's own plugin writes, once, in pieces. */
function writtenBy(section: Section): (schema: Schema) => Promise<Written> {
  let found: Promise<Written> | undefined;
  return (schema) => (found ??= read(schema));

  async function read(schema: Schema): Promise<Written> {
    const { plugin } = section.pluginMap[DOCUMENT] as Plugin;
    const config = Object.assign({}, section.config, ...section.plugins.map((given) => given[DOCUMENT]));
    const output = await plugin(schema, section.documents, config);
    const { prepend = [], content } = typeof output === 'string' ? { content: output } : output;
    const [preamble = '', ...pieces] = content.split(/^(?=export const )/m);
    const documents = new Map(
      pieces.flatMap((piece): [string, string][] => {
        const [, name] = /^export const (\w+)Document =/.exec(piece) ?? [];
        // A constant that nobody uses is dropped with what makes it.
        return name ? [[name, piece.replace('= new', '= /*#__PURE__*/ new')]] : [];
      }),
    );
    return { preamble: join(...prepend, preamble), documents };
  }
}

const join = (...parts: string[]) => parts.map((part) => part.trim()).join('\n');
