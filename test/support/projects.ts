/** Small submissions for tabular-risk, made of standard library only. */

const TOML = `[project]
assignment = "tabular-risk"
seed = 7

[commands]
train = "python3 train.py {data} {model} {reports}"
predict = "python3 predict.py {model} {features} {predictions}"
`;

const TRAIN = `import sys, os
open(os.path.join(sys.argv[2], "model.txt"), "w").write("0.3")
print("trained")
`;

const PREDICT = `import csv, sys
p = open(sys.argv[1] + "/model.txt").read()
with open(sys.argv[2]) as source, open(sys.argv[3], "w", newline="") as target:
    rows = csv.DictReader(source)
    writer = csv.writer(target)
    writer.writerow(["id", "probability", "decision"])
    for row in rows:
        writer.writerow([row["id"], p, 0])
`;

/** Predicts the same for everyone; the cheapest submission that is scored. */
export const constantProject = { 'holdout.toml': TOML, 'train.py': TRAIN, 'predict.py': PREDICT };

/** The constant project with some files replaced. */
export function projectWith(files: Readonly<Record<string, string>>): Record<string, string> {
  return { ...constantProject, ...files };
}

/** Sleeps in one phase, so that a test can act meanwhile. `when` is Python: a condition on `sys.argv`. */
export function sleepingProject(
  phase: 'TRAIN' | 'PREDICT',
  seconds: number,
  when = 'True',
): Record<string, string> {
  const nap = `import sys, time\nif ${when}:\n    print("sleeping", flush=True)\n    time.sleep(${seconds})\n`;
  return phase === 'TRAIN'
    ? projectWith({ 'train.py': nap + TRAIN })
    : projectWith({ 'predict.py': nap + PREDICT });
}

/** A project that any assignment of the same contract takes: it does not say which it is for. */
export function withoutName(files: Readonly<Record<string, string>>): Record<string, string> {
  const { 'holdout.toml': toml = '', ...rest } = files;
  return { ...rest, 'holdout.toml': toml.replace('assignment = "tabular-risk"\n', '') };
}
