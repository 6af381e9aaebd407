"""The template image-classification: cut, corruptions, plan, metrics and what is refused."""

import json
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from definitions import TEMPLATES, with_defaults
from harness import Json, untar
from scipy.ndimage import gaussian_filter
from sklearn.metrics import average_precision_score, f1_score, recall_score

from holdout_scorer.cli import main as scorer
from holdout_scorer.errors import RejectedError
from holdout_scorer.image_classification.corruptions import KINDS, SEVERITIES, corrupt
from holdout_scorer.image_classification.dataset import npz_bytes
from holdout_scorer.image_classification.outputs import read_audit, read_log, read_probabilities
from holdout_scorer.image_classification.png import png_bytes
from holdout_scorer.own_scorer.handed import take_over
from holdout_scorer.workspace import Workspace

SALT = "a7" * 32
SIDE, CLASSES, ROWS = 12, 3, 900
ANCHOR = {"naive": 0.3, "simple": 0.6, "strong": 0.8, "gap": {"mean": 0.2, "low": 0.1, "high": 0.3}}


def bars(rows: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Images with a bright bar in one of three places, and the place."""
    generator = np.random.Generator(np.random.PCG64(seed))
    labels = np.arange(rows) % CLASSES
    images = generator.integers(0, 60, (rows, SIDE, SIDE))
    for number in range(CLASSES):
        images[labels == number, :, 4 * number : 4 * number + 3] += 150
    return images.astype(np.uint8), labels


def assignment(**changes: object) -> Json:
    import yaml

    defaults = yaml.safe_load((TEMPLATES / "image-classification.yaml").read_text())
    own = {"title": "Bars", "template": "image-classification", "dataset": {"file": "data/bars.npz"}}
    return with_defaults(own | changes, {"slug": "bars", "version": 1, "summary": "s"} | defaults)


class Lab:
    """One split of the bars, and runs with probabilities made by hand."""

    def __init__(self, root: Path, definition: Json) -> None:
        self.root, self.definition = root, definition
        images, labels = bars(ROWS)
        (root / "split/in/data").mkdir(parents=True)
        (root / "split/in/data/bars.npz").write_bytes(npz_bytes(images=images, labels=labels))
        self.command("split", root / "split", {"secretHex": "5e" * 32, "splitIndex": 0})
        for name in ("public", "hidden"):
            untar(root / f"split/out/bundle-{name}.tar", root / name)

    def command(self, name: str, folder: Path, job: Json) -> None:
        (folder / "in").mkdir(parents=True, exist_ok=True)
        (folder / "out").mkdir(exist_ok=True)
        (folder / "in/assignment.json").write_text(json.dumps(self.definition))
        (folder / "in/job.json").write_text(json.dumps(job))
        if scorer([name], folder):
            raise AssertionError((folder / "out/error.json").read_text())

    def plan(self, part: str = "PRIVATE_TEST", permutations: int = 0) -> Path:
        folder = self.root / f"run-{part}-{permutations}"
        (folder / "in").mkdir(parents=True)
        for name in ("public", "hidden"):
            if name == "public" or part != "SAMPLE":
                (folder / "in" / name).symlink_to(self.root / name)
        kind = "CERTIFICATION" if permutations else "PRACTICE"
        job = {"kind": kind, "split": part, "saltHex": SALT, "permutations": permutations}
        self.command("plan", folder, job)
        untar(folder / "out/calls.tar", folder / "in/plan")
        (folder / "in/plan/secret.json").write_bytes((folder / "out/secret.json").read_bytes())
        return folder

    def answer(
        self, folder: Path, *, shuffled: bool = True, company: float = 0.0, seeded: bool = True
    ) -> None:
        """What a model that looks at the bars would leave. shuffled: it forgets them on shuffled labels."""
        for call in calls_of(folder):
            if not call.get("runner"):
                continue
            images = np.load(folder / "in/plan" / call.get("filesOf", call["name"]) / "images.npy")
            knows = not (shuffled and call["name"].startswith("permuted"))
            p = reading(images) if knows else np.full((len(images), CLASSES), 1 / CLASSES)
            if call["name"] == "again-classify" and not seeded:
                p = np.roll(p, 1, axis=1)
            if call["name"] == "probe" and company:
                p = (1 - company) * p + company / CLASSES
            out = folder / "in/outputs" / call["name"]
            out.mkdir(parents=True)
            np.save(out / "probabilities.npy", p.astype(np.float32))
            times = {"modelBytes": 1000, "latencyMs": [1.0, 2.0], "referenceMs": [1.0, 1.0]}
            (out / "report.json").write_text(json.dumps(times))

    def score(self, folder: Path, part: str = "PRIVATE_TEST", anchors: Json | None = None) -> Json:
        job = {"kind": "PRACTICE", "split": part, "seed": 7, "resampleSeed": 11}
        self.command("score", folder, job | {"anchors": anchors or {"metrics": {}}})
        result: Json = json.loads((folder / "out/result.json").read_text())
        return result


def calls_of(folder: Path) -> list[Json]:
    calls: list[Json] = json.loads((folder / "in/plan/calls.json").read_text())["calls"]
    return calls


def reading(images: np.ndarray) -> np.ndarray:
    light = np.stack([images[:, :, 4 * n : 4 * n + 3].mean(axis=(1, 2)) for n in range(CLASSES)], axis=1)
    raised = np.exp((light - light.max(axis=1, keepdims=True)) / 20)
    return raised / raised.sum(axis=1, keepdims=True)


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    return Lab(tmp_path, assignment())


def test_a_title_a_dataset_and_a_target_are_enough(lab: Lab) -> None:
    folder = lab.plan()
    lab.answer(folder)
    result = lab.score(folder)
    values = {metric["name"]: metric["value"] for metric in result["metrics"]}
    assert result["status"] == "SCORED"
    assert values["macroF1"] > 0.95
    assert {plot["kind"] for plot in result["plots"]} == {"heatmap", "line"}
    assert {gate["status"] for gate in result["gates"]} == {"PASSED"}


def test_an_own_scorer_is_handed_labels_and_probabilities_of_the_images_as_they_are(lab: Lab) -> None:
    folder = lab.plan()
    lab.answer(folder)
    accuracy = {metric["name"]: metric["value"] for metric in lab.score(folder)["metrics"]}["accuracy"]
    lab.command("rows", folder, {"kind": "PRACTICE", "split": "PRIVATE_TEST"})
    (folder / "out/rows.npz").rename(folder / "in/rows.npz")
    rows = take_over(Workspace(folder)).rows
    assert rows.predictions.shape == (len(rows), len(rows.classes))
    assert (rows.predictions.argmax(axis=1) == rows.labels).mean() == pytest.approx(accuracy, abs=1e-4)


def test_an_assignment_without_corruptions_is_whole(tmp_path: Path) -> None:
    without = {
        "metrics": [{"name": "mce", "remove": True}],
        "criteria": [{"key": "robustness", "remove": True}],
    }
    definition = assignment(**without)
    del definition["corruptions"]
    lab = Lab(tmp_path, definition)
    folder = lab.plan()
    lab.answer(folder)
    result = lab.score(folder)
    assert result["status"] == "SCORED"
    assert {plot["kind"] for plot in result["plots"]} == {"heatmap"}


def test_an_author_is_told_every_mistake(tmp_path: Path) -> None:
    definition = assignment(
        metrics=[{"name": "macroF2", "label": "x", "direction": "HIGHER", "bound": 1, "graded": True}]
    )
    (tmp_path / "in/data").mkdir(parents=True)
    (tmp_path / "in/data/bars.npz").write_bytes(npz_bytes(pictures=bars(9)[0], labels=np.arange(9)))
    (tmp_path / "in/assignment.json").write_text(json.dumps(definition))
    (tmp_path / "out").mkdir()
    assert scorer(["validate"], tmp_path) == 0
    problems = json.loads((tmp_path / "out/problems.json").read_text())
    assert len(problems) == 2
    assert "macroF1" in problems[0]["suggestion"]
    assert "`images`" in problems[1]["message"]


def test_parts_share_no_image_and_copies_are_trained_on(tmp_path: Path) -> None:
    lab = Lab(tmp_path, assignment(plants={"flips": 20}))
    parts = [tmp_path / "public/data/train.npz", tmp_path / "public/data/sample.npz"]
    parts += [tmp_path / f"hidden/{name}_test.npz" for name in ("public", "private")]
    seen: set[bytes] = set()
    total = 0
    for path in parts:
        images = np.load(path)["images"]
        seen |= {image.tobytes() for image in images}
        total += len(images)
    assert len(seen) == total == ROWS
    truth = np.load(lab.root / "hidden/truth.npz")
    train = np.load(parts[0])
    wrong = train["labels"] != reading(train["images"]).argmax(axis=1)
    assert truth["flipped"].sum() == 20
    assert (wrong == (truth["flipped"] > 0)).all()


def test_the_key_decides_everything_that_is_drawn(tmp_path: Path) -> None:
    one, same = (Lab(tmp_path / name, assignment(plants={"flips": 20})) for name in ("one", "same"))
    for name in ("public", "hidden"):
        path = f"split/out/bundle-{name}.tar"
        assert (one.root / path).read_bytes() == (same.root / path).read_bytes()
    other = tmp_path / "other"
    (other / "in").mkdir(parents=True)
    (other / "in/data").symlink_to(one.root / "split/in/data")
    one.command("split", other, {"secretHex": "5f" * 32, "splitIndex": 0})
    assert (other / "out/bundle-hidden.tar").read_bytes() != (
        one.root / "split/out/bundle-hidden.tar"
    ).read_bytes()


def test_no_label_and_no_order_is_in_what_a_model_is_shown(lab: Lab) -> None:
    folder = lab.plan()
    assert {path.name for path in (folder / "in/plan/hidden").iterdir()} == {"images.npy", "request.json"}
    hidden = np.load(folder / "in/plan/hidden/images.npy")
    part = np.load(lab.root / "hidden/private_test.npz")["images"]
    assert not (hidden[: len(part)] == part).all()


@pytest.mark.parametrize("shape", [(6, 28, 28), (6, 20, 24), (6, 16, 16, 3)])
@pytest.mark.parametrize("kind", KINDS)
def test_corruptions_keep_shape_and_grow(kind: str, shape: tuple[int, ...]) -> None:
    smooth = gaussian_filter(np.random.default_rng(1).normal(size=shape[1:3]), 1.0)
    grey = (60 + 150 * (smooth - smooth.min()) / np.ptp(smooth)).astype(np.uint8)
    images = np.broadcast_to(grey.reshape(1, *grey.shape, *(1,) * (len(shape) - 3)), shape)
    changed = [corrupt(images, kind, s, np.random.default_rng(3)) for s in SEVERITIES]
    again = corrupt(images, kind, 2, np.random.default_rng(3))
    distances = [np.abs(each.astype(int) - images).mean() for each in changed]
    assert all(each.shape == shape and each.dtype == np.uint8 for each in changed)
    assert (again == changed[1]).all()
    assert 0 < distances[0] < distances[2]


def test_metrics_agree_with_scikit_learn(tmp_path: Path) -> None:
    lab = Lab(tmp_path, assignment(plants={"flips": 30}, metrics=[AUDIT]))
    folder = lab.plan()
    lab.answer(folder)
    generator = np.random.default_rng(5)
    for call in ("hidden",):
        path = folder / "in/outputs" / call / "probabilities.npy"
        noisy = np.load(path) + generator.random((len(np.load(path)), CLASSES))
        np.save(path, (noisy / noisy.sum(axis=1, keepdims=True)).astype(np.float32))
    train = np.load(lab.root / "public/data/train.npz")
    suspicion = 1 - reading(train["images"])[np.arange(len(train["labels"])), train["labels"]]
    suspicion = suspicion.round(2) + generator.random(len(suspicion)).round(1)
    (folder / "in/outputs/train/reports").mkdir(parents=True)
    lines = [f"{name},{value:.6f}" for name, value in zip(train["ids"], suspicion, strict=True)]
    (folder / "in/outputs/train/reports/label_audit.csv").write_text("\n".join(["id,suspicion", *lines]))
    values = {metric["name"]: metric["value"] for metric in lab.score(folder)["metrics"]}
    secret = json.loads((folder / "in/plan/secret.json").read_text())
    found = np.load(folder / "in/outputs/hidden/probabilities.npy")
    lined = np.empty_like(found)
    lined[secret["orders"]["hidden"]] = found
    part = np.load(lab.root / "hidden/private_test.npz")
    y, decided = part["labels"], lined.argmax(axis=1)
    clean = decided[: len(y)]
    assert values["macroF1"] == pytest.approx(f1_score(y, clean, average="macro"), abs=5e-5)
    assert values["worstRecall"] == pytest.approx(recall_score(y, clean, average=None).min(), abs=5e-5)
    wrong = decided[len(y) :].reshape(-1, len(y)) != y
    assert values["mce"] == pytest.approx(wrong.mean(), abs=5e-5)
    truth = np.load(lab.root / "hidden/truth.npz")
    expected = average_precision_score(truth["flipped"][truth["private"]], suspicion[truth["private"]])
    assert values["auditAp"] == pytest.approx(expected, abs=5e-5)
    assert values["latency"] == pytest.approx(1.5, abs=1e-3)


AUDIT = {"name": "auditAp", "label": "Audit", "direction": "HIGHER", "bound": 1, "unit": "", "graded": True}


def test_a_model_that_minds_its_company_fails(lab: Lab) -> None:
    folder = lab.plan()
    lab.answer(folder, company=0.3)
    gates = {gate["key"]: gate["status"] for gate in lab.score(folder)["gates"]}
    assert gates["row-independence"] == "FAILED"


@pytest.mark.parametrize(("shuffled", "status"), [(True, "PASSED"), (False, "FAILED")])
def test_answers_that_survive_shuffled_labels_fail(lab: Lab, shuffled: bool, status: str) -> None:
    folder = lab.plan(permutations=5)
    lab.answer(folder, shuffled=shuffled)
    gates = {gate["key"]: gate["status"] for gate in lab.score(folder)["gates"]}
    assert gates["embedded-answers"] == status


@pytest.mark.parametrize(("seeded", "told"), [(True, []), (False, ["same-result"])])
def test_a_training_that_cannot_be_repeated_is_told(lab: Lab, seeded: bool, told: list[str]) -> None:
    folder = lab.plan(permutations=3 if seeded else 4)
    lab.answer(folder, seeded=seeded)
    assert [finding["key"] for finding in lab.score(folder)["findings"]] == told


def test_stated_scales_count_beside_anchors_only(lab: Lab) -> None:
    folder = lab.plan()
    lab.answer(folder)
    bare = {c["key"]: c for c in lab.score(folder)["criteria"]}
    anchored = {c["key"]: c for c in lab.score(folder, anchors={"metrics": {"macroF1": ANCHOR}})["criteria"]}
    assert bare["efficiency"]["countedWeight"] == 0
    assert anchored["efficiency"]["countedWeight"] == 10
    assert anchored["efficiency"]["points"] == 100


def test_the_sample_is_scored_from_the_public_bundle_alone(lab: Lab) -> None:
    folder = lab.plan("SAMPLE")
    lab.answer(folder)
    result = lab.score(folder, "SAMPLE")
    assert result["split"] == "SAMPLE"
    sample = next(plot for plot in result["plots"] if plot["key"] == "confusion-sample")
    assert len(sample["series"]) == CLASSES


@pytest.mark.parametrize(
    ("array", "code"),
    [
        (np.full((4, 2), 0.5), "ROW_COUNT"),
        (np.full((5, 2), 0.5, dtype=np.float32), "ROW_COUNT"),
        (np.full((4, 2), np.nan, dtype=np.float32), "NOT_FINITE"),
        (np.full((4, 2), 0.9, dtype=np.float32), "OUT_OF_RANGE"),
        (np.array([{}], dtype=object), "NOT_A_NUMBER"),
    ],
)
def test_broken_probabilities_are_refused(tmp_path: Path, array: np.ndarray, code: str) -> None:
    np.save(tmp_path / "p.npy", array, allow_pickle=True)
    with pytest.raises(RejectedError) as caught:
        read_probabilities(tmp_path / "p.npy", 4, 2)
    assert caught.value.rejection.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("id,score\na,1\nb,2\n", "COLUMNS"),
        ("id,suspicion\na,1\n", "MISSING_IDS"),
        ("id,suspicion\na,1\na,2\n", "DUPLICATE_IDS"),
        ("id,suspicion\na,1\nc,2\n", "EXTRA_IDS"),
        ("id,suspicion\na,1\nb,x\n", "NOT_A_NUMBER"),
        ("id,suspicion\na,1\nb,inf\n", "NOT_FINITE"),
    ],
)
def test_broken_audits_are_refused(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "label_audit.csv").write_text(text)
    with pytest.raises(RejectedError) as caught:
        read_audit(tmp_path / "label_audit.csv", ("a", "b"), 1000)
    assert caught.value.rejection.code == code


@pytest.mark.parametrize(
    "text",
    ["epoch\n1\n", "step,loss\n1,2\n", "epoch,<b>\n1,2\n", "epoch,loss,loss\n1,2,3\n", "epoch,loss\n1,a\n"],
)
def test_broken_logs_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "log.csv").write_text(text)
    with pytest.raises(RejectedError):
        read_log(tmp_path / "log.csv", 1000)


def test_curves_are_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("epoch,train loss,sample loss\n1,2.5,\n2,2.0,1.5\n")
    assert read_log(tmp_path / "log.csv", 1000) == {
        "train loss": [(1, 2.5), (2, 2.0)],
        "sample loss": [(2, 1.5)],
    }


@pytest.mark.parametrize("shape", [(3, 5), (3, 5, 3)])
def test_pictures_are_png(shape: tuple[int, ...]) -> None:
    image = np.arange(np.prod(shape), dtype=np.uint8).reshape(shape)
    png = png_bytes(image)
    assert struct.unpack(">II", png[16:24]) == (5, 3)
    start = png.index(b"IDAT")
    length = struct.unpack(">I", png[start - 4 : start])[0]
    raw = zlib.decompress(png[start + 4 : start + 4 + length])
    assert raw == b"".join(b"\0" + line.tobytes() for line in image.reshape(3, -1))
