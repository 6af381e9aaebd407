import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAssignment } from '@holdout/grading';
import { parse } from 'yaml';
import { CliDeployment } from '../support/cli-deployment.js';
import { FEEDBACK } from '../support/feedback-diagram.js';
import { untilTrue } from '../support/until-true.js';
import type { Answer } from '../support/api-lab.js';

const SLUG = 'redraw-ml-lifecycle';
const FOLDER = fileURLToPath(new URL(`../../graders/exercises/${SLUG}`, import.meta.url));

interface Drawn {
  nodes: string[];
  edges: { from: string; to: string }[];
}
const NODES = ['frame', 'collect', 'prepare', 'train', 'evaluate', 'deploy', 'monitor'];
const arrows = (text: string) =>
  text.split(' ').map((pair) => ({ from: pair.split('>')[0] ?? '', to: pair.split('>')[1] ?? '' }));
const WHOLE: Drawn = {
  nodes: NODES,
  edges: arrows(
    'frame>collect collect>prepare prepare>train train>evaluate evaluate>deploy evaluate>prepare deploy>monitor monitor>collect monitor>frame',
  ),
};

const SUBMIT = `mutation ($input: SubmitDrawingInput!) {
  submitDrawing(input: $input) { id archiveDigest fileName runs { id kind status } }
}`;
const SAVE = `mutation ($input: SaveDrawingInput!) { saveDrawing(input: $input) { nodes { key x y } edges { from to } savedAt } }`;
const MINE = `query ($slug: String!) { drawing(assignmentSlug: $slug) { nodes { key x y } edges { from to } } }`;
const RUN = `query ($id: ID!) { run(id: $id) {
  status outcome kind phases { name label status } receipt { digest statement }
  metrics { name value low high isGraded }
  score { value low high isPassed isProvisional criteria { key points skills } findings { key message }
    ladder { isReleased } plots { key kind drawing { nodes { key mark } edges { from to mark } } } }
} }`;
interface Run {
  status: string;
  outcome: string;
  phases: { name: string; label: string; status: string }[];
  receipt: { statement: string } | null;
  score: {
    value: number;
    isPassed: boolean;
    criteria: { key: string; points: number; skills: string[] }[];
    findings: { key: string; message: string }[];
    plots: { kind: string; drawing: { edges: { from: string; to: string; mark: string }[] } }[];
  };
}

let deployment: CliDeployment;
let student: string;

beforeAll(async () => {
  deployment = await CliDeployment.start();
  deployment.publish(FOLDER);
  student = await deployment.signIn('student@demo.holdout');
}, 180_000);
afterAll(() => deployment?.stop());

async function submit(drawing: Drawn, kind = 'PRACTICE', cookie = student) {
  return deployment.ask<{
    submitDrawing: { archiveDigest: string; fileName: string; runs: { id: string }[] };
  }>(cookie, SUBMIT, { input: { assignmentSlug: SLUG, kind, ...drawing } });
}

async function graded(drawing: Drawn, kind?: string): Promise<Run> {
  const { data, errors } = await submit(drawing, kind);
  expect(errors).toBeUndefined();
  return finished(data?.submitDrawing.runs[0]?.id ?? '');
}

async function finished(id: string): Promise<Run> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const { data } = await deployment.ask<{ run: Run }>(student, RUN, { id });
    if (data?.run.status === 'FINISHED') return data.run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The run did not end:\n${deployment.log()}`);
}

const codeOf = ({ errors }: Answer<unknown>): string => errors?.[0]?.extensions.code ?? 'ok';

describe('a redrawn diagram', () => {
  it('counts like any other work: score, skills, stage, receipt, audit', async () => {
    const run = await graded(WHOLE, 'CERTIFICATION');
    expect(run.outcome).toBe('SCORED');
    expect(run.phases.map(({ name, label, status }) => `${name} ${label} ${status}`)).toEqual([
      'PREPARE read SUCCEEDED',
      'SCORE compare SUCCEEDED',
    ]);
    expect(run.score).toMatchObject({
      value: 100,
      low: 100,
      high: 100,
      isPassed: true,
      isProvisional: false,
    });
    const statement = JSON.parse(run.receipt?.statement ?? '{}') as {
      predicate: { images: object; scorer: { template: string; sha256: string } };
    };
    expect(statement.predicate).toMatchObject({ images: {}, scorer: { template: 'diagram' } });
    expect(statement.predicate.scorer.sha256).toMatch(/^[0-9a-f]{64}$/);
    const { data } = await deployment.ask<{
      assignment: { isPassed: boolean; bestPoints: number };
      track: {
        skills: { skill: string; evidencePoints: number | null; evidenceCount: number }[];
        diagrams: { slug: string; redraw: { slug: string; isPassed: boolean } | null }[];
      };
      stage: { progress: string };
    }>(
      student,
      `{ assignment(slug: "${SLUG}") { isPassed bestPoints } stage(slug: "math-and-python") { progress }
         track { skills { skill evidencePoints evidenceCount } diagrams { slug redraw { slug isPassed } } } }`,
    );
    expect(data?.assignment).toEqual({ isPassed: true, bestPoints: 100 });
    expect(data?.stage.progress).toBe('PASSED');
    const evidence = data?.track.skills.find(({ skill }) => skill === 'MLOPS_MONITORING');
    expect(evidence).toMatchObject({ evidencePoints: 100, evidenceCount: 2 });
    expect(data?.track.diagrams.find(({ slug }) => slug === 'ml-lifecycle')?.redraw).toEqual({
      slug: SLUG,
      isPassed: true,
    });
    const audited = await deployment.sql(
      `SELECT action FROM audit_events WHERE action IN ('drawing.submitted', 'run.finished') ORDER BY id`,
    );
    expect(audited.map(({ action }) => action)).toEqual(['drawing.submitted', 'run.finished']);
  });

  it('tells in practice what is wrong with it, and nothing of what it lacks', async () => {
    const { score } = await graded({
      nodes: ['frame', 'collect', 'final-test'],
      edges: arrows('collect>frame collect>final-test'),
    });
    expect(score.isPassed).toBe(false);
    expect(score.plots[0]?.drawing.edges).toEqual([
      { from: 'collect', to: 'final-test', mark: 'EXTRA' },
      { from: 'collect', to: 'frame', mark: 'REVERSED' },
    ]);
    expect(score.findings.map(({ key }) => key)).toEqual([
      'labels-missing', 'labels-extra', 'labels-loose', 'arrows-missing', 'arrows-reversed', 'arrows-extra', 'loops-open',
    ]); // prettier-ignore
    expect(JSON.stringify(score)).not.toMatch(/Monitor|Deploy|MISSING/);
  });

  it('is the same submission in whatever order it was drawn', async () => {
    const one = await submit(WHOLE);
    const other = await submit({ nodes: NODES.toReversed(), edges: WHOLE.edges.toReversed() });
    expect(one.data?.submitDrawing.archiveDigest).toBe(other.data?.submitDrawing.archiveDigest);
    expect(one.data?.submitDrawing.fileName).toBe('diagram.json');
    for (const { data } of [one, other]) await finished(data?.submitDrawing.runs[0]?.id ?? '');
  });

  it.each<[string, Drawn, string]>([
    ['a label that is not on offer', { nodes: ['wishes'], edges: [] }, 'nodes.0'],
    ['an arrow to itself', { nodes: ['frame'], edges: arrows('frame>frame') }, 'edges.0'],
    ['an arrow twice', { nodes: NODES, edges: arrows('frame>collect frame>collect') }, 'edges.1'],
    ['a flood', { nodes: Array<string>(30).fill('frame'), edges: [] }, 'nodes'],
  ])('is refused before it is queued with %s', async (_name, drawing, field) => {
    const runs = () => deployment.sql('SELECT count(*)::int AS n FROM runs');
    const before = await runs();
    const { errors } = await submit(drawing);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect(await runs()).toEqual(before);
  });

  it('is not an archive, and an archive is no drawing', async () => {
    const { errors } = await deployment.ask(student, SUBMIT, {
      input: { assignmentSlug: 'tabular-risk', kind: 'PRACTICE', ...WHOLE },
    });
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining('is not a diagram') as string });
    const said = await deployment.holdout([
      'submit',
      path.join(FOLDER, '../linear-models/starter'),
      '-a',
      SLUG,
      '--no-preflight',
    ]);
    expect(said.code).toBe(4);
    expect(said.err).toContain('is a drawing, not an archive');
  });
});

describe('the key', () => {
  it('is the picture that the roadmap shows', async () => {
    const { data } = await deployment.ask<{
      track: { diagrams: { slug: string; nodes: { key: string; label: string }[]; edges: object[] }[] };
    }>(student, '{ track { diagrams { slug nodes { key label } edges { from to } } } }');
    const pictures = data?.track.diagrams ?? [];
    expect(pictures).toHaveLength(4);
    for (const { slug, nodes, edges } of pictures) {
      const { definition, data: files } = await loadAssignment(path.join(FOLDER, `../redraw-${slug}`));
      const key = parse(files.get('key.yaml')?.toString('utf8') ?? '') as {
        nodes: string[];
        edges: object[];
      };
      expect(definition.diagram?.picture).toBe(slug);
      expect(key.nodes).toEqual(nodes.map((node) => node.key));
      expect(key.edges).toEqual(edges);
      expect(definition.diagram?.labels).toEqual(expect.arrayContaining(nodes));
      expect(definition.diagram?.labels.length).toBeGreaterThan(nodes.length + 2);
    }
  });

  it('is in nothing that a student can read before grading', async () => {
    const { data } = await deployment.ask<{ assignment: { version: { id: string; publicDataUrl: string } } }>(
      student,
      `{ assignment(slug: "${SLUG}") { version { id publicDataUrl starterKitUrl brief diagram { picture labels { key label } feedback { practice certification } } } } }`,
    );
    expect(JSON.stringify(data)).not.toMatch(/"edges"|tolerated|"from"/);
    const version = data?.assignment.version;
    for (const place of [`/files/definition/${version?.id}`, version?.publicDataUrl ?? '']) {
      const response = await fetch(deployment.url + place, { headers: { cookie: student } });
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/tolerated|"edges"/);
    }
    const [row] = await deployment.sql(
      `SELECT definition::text AS text FROM assignment_versions v JOIN assignments a ON a.id = v.assignment_id WHERE a.slug = '${SLUG}'`,
    );
    expect(String(row?.['text'])).not.toMatch(/tolerated|"edges"/);
  });
});

describe('unfinished work', () => {
  const input = (x: number) => ({
    input: { assignmentSlug: SLUG, nodes: [{ key: 'frame', x, y: 2 }], edges: [] },
  });
  const mine = async (cookie: string) =>
    (await deployment.ask<{ drawing: { nodes: object[] } | null }>(cookie, MINE, { slug: SLUG })).data
      ?.drawing;

  it('is kept as it was left, one for each student, and seen by nobody else', async () => {
    expect(await mine(student)).toBeNull();
    await deployment.ask(student, SAVE, input(1));
    await deployment.ask(student, SAVE, input(7));
    expect(await mine(student)).toEqual({ nodes: [{ key: 'frame', x: 7, y: 2 }], edges: [] });
    const instructor = await deployment.signIn('instructor@demo.holdout');
    expect(await mine(instructor)).toBeNull();
    await deployment.ask(instructor, SAVE, input(3));
    expect(await mine(student)).toMatchObject({ nodes: [{ x: 7 }] });
    const rows = await deployment.sql('SELECT count(*)::int AS n FROM drawings');
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('is refused where it is no drawing', async () => {
    const far = await deployment.ask(student, SAVE, input(1e9));
    expect(far.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'nodes.0',
      limit: 100_000,
    });
    const unknown = { input: { assignmentSlug: SLUG, nodes: [{ key: 'wishes', x: 0, y: 0 }], edges: [] } };
    expect(codeOf(await deployment.ask(student, SAVE, unknown))).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['somebody who is signed out', '', 'UNAUTHENTICATED'],
    ['a hiring manager', 'manager@demo.holdout', 'FORBIDDEN'],
    ['a student of another organization', 'student@other.holdout', 'NOT_FOUND'],
  ])('and handing in are refused to %s', async (_name, email, code) => {
    const cookie = email && (await deployment.signIn(email));
    expect(codeOf(await deployment.ask(cookie, MINE, { slug: SLUG }))).toBe(code);
    expect(codeOf(await deployment.ask(cookie, SAVE, input(1)))).toBe(code);
    expect(codeOf(await submit(WHOLE, 'PRACTICE', cookie))).toBe(code);
  });
});

describe('an exercise made of a diagram that was drawn in the browser', () => {
  const REDRAW = 'mutation ($id: ID!) { publishRedraw(diagramId: $id) { id } }';
  const DETAIL = 'id version isPublished draft { revision } newest { title nodes { key x } }';
  const drawn = {
    nodes: FEEDBACK.nodes.map(({ key }) => key),
    edges: FEEDBACK.edges.map(({ from, to }) => ({ from, to })),
  };
  let instructor: string;
  beforeAll(async () => {
    instructor = await deployment.signIn('instructor@demo.holdout');
  });

  async function author(query: string, variables: object) {
    const { data, errors } = await deployment.ask<{ diagram: { id: string; draft: { revision: number } } }>(
      instructor,
      query,
      { ...variables },
    );
    expect(errors).toBeUndefined();
    if (!data) throw new Error('Nothing was answered.');
    return data.diagram;
  }
  const seen = async () => {
    const { data } = await deployment.ask<{
      track: { diagrams: { slug: string; redraw: { slug: string } | null }[] };
      stage: { diagrams: { slug: string; nodes: { label: string; hint: string }[] }[] };
    }>(
      student,
      `{ track { diagrams { slug redraw { slug } } } stage(slug: "math-and-python") { diagrams { slug nodes { label hint } } } }`,
      {},
    );
    return {
      diagram: data?.track.diagrams.find(({ slug }) => slug === 'feedback'),
      inStage: data?.stage.diagrams,
    };
  };

  it('is a draft first, then a picture in its stage, then graded on its graph', async () => {
    const begin = `mutation { diagram: beginDiagram(input: { slug: "feedback", title: "Feedback" }) { ${DETAIL} } }`;
    const { id } = await author(begin, {});
    const publish = `mutation ($id: ID!, $revision: Int!) {
      diagram: publishDiagram(diagramId: $id, revision: $revision, note: "") { ${DETAIL} } }`;
    const empty = await deployment.ask(instructor, publish, { id, revision: 1 });
    expect(codeOf(empty)).toBe('BAD_USER_INPUT');
    const save = `mutation ($input: SaveDiagramDraftInput!) { diagram: saveDiagramDraft(input: $input) { ${DETAIL} } }`;
    await author(save, { input: { diagramId: id, basis: 1, text: FEEDBACK } });
    expect(await seen()).toEqual({ diagram: undefined, inStage: [] });
    expect(codeOf(await deployment.ask(instructor, REDRAW, { id }))).toBe('CONFLICT');
    expect(await author(publish, { id, revision: 2 })).toMatchObject({ version: 1, draft: null });
    expect((await seen()).inStage).toEqual([
      { slug: 'feedback', nodes: FEEDBACK.nodes.map(({ label, hint }) => ({ label, hint })) },
    ]);
    expect(codeOf(await deployment.ask(instructor, REDRAW, { id }))).toBe('ok');
    await untilTrue(
      async () => (await seen()).diagram?.redraw?.slug === 'redraw-feedback',
      60_000,
      () => deployment.log(),
    );

    const { data } = await deployment.ask<{ submitDrawing: { runs: { id: string }[] } }>(student, SUBMIT, {
      input: { assignmentSlug: 'redraw-feedback', kind: 'CERTIFICATION', ...drawn },
    });
    const run = await finished(data?.submitDrawing.runs[0]?.id ?? '');
    expect(run.score).toMatchObject({ value: 100, isPassed: true });

    expect(codeOf(await deployment.ask(instructor, REDRAW, { id }))).toBe('ok'); // its next version
  });

  it('leaves an exercise alone that came as a folder, and has more than a diagram has', async () => {
    const shipped = '{ diagram: authoredDiagram(slug: "ml-lifecycle") { id draft { revision } } }';
    const answer = await deployment.ask(instructor, REDRAW, { id: (await author(shipped, {})).id });
    expect(codeOf(answer)).toBe('CONFLICT');
    expect(answer.errors?.[0]?.message).toContain('holdout assignment export redraw-ml-lifecycle');
  });

  it('is refused to a student, and its diagrams to those of another organization', async () => {
    const all = '{ authoredDiagrams { slug } }';
    expect(codeOf(await deployment.ask(student, all, {}))).toBe('FORBIDDEN');
    const other = await deployment.signIn('instructor@other.holdout');
    const { data } = await deployment.ask<{ authoredDiagrams: { slug: string }[] }>(other, all, {});
    expect(data?.authoredDiagrams.map(({ slug }) => slug) ?? []).not.toContain('feedback');
  });
});

describe('from the command line', () => {
  it('is fetched, checked without the key, and handed in', async () => {
    const said = await deployment.holdout(['init', SLUG, 'lifecycle']);
    expect(said.code).toBe(0);
    const folder = path.join(deployment.folder, 'lifecycle');
    const file = path.join(folder, 'diagram.yaml');
    expect(await readFile(file, 'utf8')).toContain('final-test');
    await writeFile(file, JSON.stringify({ assignment: SLUG, ...WHOLE, nodes: [...NODES, 'final-test'] }));
    const checked = await deployment.holdout(['check', 'lifecycle']);
    expect(checked.out).toContain(
      '8 of 10 labels placed, 9 arrows, 3 loops. No arrow touches "Tune on the final test"',
    );
    expect(checked.out).toContain('the key never leaves the server');
    expect(checked.code).toBe(0);
    const submitted = await deployment.holdout(['submit', 'lifecycle/diagram.yaml', '--wait', '--json']);
    expect(submitted.code).toBe(0);
    expect(JSON.parse(submitted.out)).toMatchObject({ outcome: 'SCORED', passed: true });
  });

  it('names the file and the place of a mistake, and sends nothing', async () => {
    const folder = await mkdtemp(path.join(deployment.folder, 'drawing-'));
    await writeFile(
      path.join(folder, 'diagram.yaml'),
      `assignment: ${SLUG}\nnodes: [frame]\nedges:\n  - { from: frame, to: train }\n`,
    );
    for (const command of ['check', 'submit']) {
      const { code, err } = await deployment.holdout([command, folder]);
      expect([command, code]).toEqual([command, 4]);
      expect(err).toContain('diagram.yaml: edges.0.to: "train" is not among the placed labels');
    }
    await writeFile(path.join(folder, 'diagram.yaml'), 'nodes: [\n');
    expect((await deployment.holdout(['check', folder])).err).toContain(
      'diagram.yaml: The file is neither YAML nor JSON',
    );
  });
});
