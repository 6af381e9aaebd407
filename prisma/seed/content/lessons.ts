import { readFileSync, readdirSync } from 'node:fs';

export interface LessonContent {
  stageSlug: string;
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  body: string;
}

const FRONT_MATTER =
  /^---\ntitle: (?<title>.+)\nsummary: (?<summary>.+)\nminutes: (?<minutes>\d+)\n---\n(?<body>[\s\S]+)$/;

/**
 * Reads the lessons of a folder. A file is named `<stage>.<lesson>.md` and opens with title, summary and minutes.
 * @throws Error naming the file whose head is not of that form.
 */
export function readLessons(folder: URL): LessonContent[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort();
  return names.map((name) => {
    const [stageSlug = '', slug = ''] = name.split('.');
    const head = FRONT_MATTER.exec(readFileSync(new URL(name, folder), 'utf8'))?.groups;
    if (!head?.title || !head.summary || !head.minutes || !head.body) {
      throw new Error(`${name}: the lesson must open with title, summary and minutes between two --- lines.`);
    }
    return {
      stageSlug,
      slug,
      title: head.title,
      summary: head.summary,
      minutes: Number(head.minutes),
      body: head.body.trim(),
    };
  });
}
