"""Figures of lessons are what their program draws from shipped data, and words say what they show.

To draw them anew, give a folder: LESSON_FIGURES=/out pytest tests/test_lesson_figures.py
"""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from harness import Split
from test_lesson_examples import GRADERS, LESSONS, publish

from lesson_figures.drawings import FIGURES

DRAWN = GRADERS.parent / "apps/web/public/figures"
SHOWN = re.compile(
    r"^!\[(?P<words>[^\]]+)\]\(/figures/(?P<name>[a-z-]+)\.svg '(?P<caption>[^']+)'\)$", re.MULTILINE
)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_what_its_program_draws(name: str, split: Split, tmp_path: Path) -> None:
    project, draw = FIGURES[name]
    if project:
        publish(project, split, tmp_path)
    drawn = draw(tmp_path)
    ElementTree.fromstring(drawn)
    if folder := os.environ.get("LESSON_FIGURES"):
        (Path(folder) / f"{name}.svg").write_text(drawn)
    else:
        assert (DRAWN / f"{name}.svg").read_text() == drawn


def test_each_figure_stands_in_a_lesson_with_words_for_whoever_does_not_see_it() -> None:
    shown = [found for path in LESSONS.glob("*.md") for found in SHOWN.finditer(path.read_text())]
    mentions = sum(path.read_text().count("](/figures/") for path in LESSONS.glob("*.md"))
    assert len(shown) == mentions, "an image, its words, its caption, alone on its line"
    assert sorted(found["name"] for found in shown) == sorted(FIGURES)
    assert sorted(path.stem for path in DRAWN.glob("*.svg")) == sorted(FIGURES)
    for found in shown:
        assert len(found["words"]) > 60, f"{found['name']}: say what is to be seen"
