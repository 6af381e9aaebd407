/** The Kubernetes API: kube-apiserver with etcd, and the resource kinds that KEDA adds. There are no nodes. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtOnce, go, moduleFolder } from './go-programs.mjs';

const KUBERNETES = '1.35.4';
const ETCD = '3.6.16';
const KEDA = 'github.com/kedacore/keda/v2@v2.21.0';

/**
 * @returns {Promise<string>} a folder with the programs kube-apiserver and etcd, and keda.yaml. It is built if
 *   missing, which takes ten minutes on two cores
 */
export function needKubernetesApi() {
  return builtOnce(`kubernetes-${KUBERNETES}-etcd-${ETCD}`, async (target) => {
    await build('kube-apiserver', 'k8s.io/kubernetes/cmd/kube-apiserver', target, await kubernetesModule());
    await build('etcd', 'go.etcd.io/etcd/server/v3', target, `require go.etcd.io/etcd/server/v3 v${ETCD}\n`);
    const keda = await moduleFolder(KEDA);
    cpSync(path.join(keda, 'config/crd/bases/keda.sh_scaledobjects.yaml'), path.join(target, 'keda.yaml'));
  });
}

/** @param {string} program @param {string} main its package @param {string} target @param {string} needs of a go.mod */
async function build(program, main, target, needs) {
  writeFileSync(path.join(target, 'go.mod'), `module holdout/${program}\n\ngo 1.26\n\n${needs}`);
  await go(['build', '-mod=mod', '-ldflags=-s -w', '-o', program, main], target);
}

/** Kubernetes requires its own modules without a version: they are those of the same release. */
async function kubernetesModule() {
  const manifest = readFileSync(
    path.join(await moduleFolder(`k8s.io/kubernetes@v${KUBERNETES}`), 'go.mod'),
    'utf8',
  );
  const parts = [...manifest.matchAll(/^\s(k8s\.io\/\S+) v0\.0\.0$/gm)].map(([, part]) => part);
  const version = `v0.${KUBERNETES.slice(2)}`;
  return [
    `require k8s.io/kubernetes v${KUBERNETES}`,
    ...parts.map((part) => `replace ${part} => ${part} ${version}`),
  ].join('\n');
}
