"""Draws plots as SVG: few marks, two themes, the same bytes every time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

WIDTH, HEIGHT = 420, 260
# As the pages have them; a figure paints its own surface, so that it can be read wherever it stands.
LIGHT = {
    "surface": "#ffffff",
    "ink": "#161c1b",
    "quiet": "#4d5957",
    "line": "#b9c1bd",
    "grid": "#e5e8e7",
    "one": "#0d6763",
    "two": "#b35c00",
    "three": "#5b51a3",
    "rule": "#6c7774",
}
DARK = {
    "surface": "#171c1b",
    "ink": "#e6ebe9",
    "quiet": "#aeb9b6",
    "line": "#4a5552",
    "grid": "#262d2c",
    "one": "#5cc2ba",
    "two": "#e79f4c",
    "three": "#aaa0ea",
    "rule": "#97a3a0",
}
Points = Sequence[tuple[float, float]]


def _number(value: float) -> str:
    """A tenth of a pixel: what differs below it between two machines cannot be seen, and is not written."""
    return f"{round(value, 1) + 0:g}"


def text(
    x: float, y: float, words: str, anchor: str = "start", color: str = "quiet", bold: bool = False
) -> str:
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{_number(x)}" y="{_number(y)}" text-anchor="{anchor}" fill="var(--{color})"{weight}>'
        f"{escape(words)}</text>"
    )


def stroke(points: Points, color: str, width: float = 2, dash: str = "") -> str:
    path = "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{path}" fill="none" stroke="var(--{color})" stroke-width="{width}"{dashes}/>'


def block(x: float, y: float, width: float, height: float, color: str, opacity: float = 1) -> str:
    faint = f' fill-opacity="{opacity}"' if opacity < 1 else ""
    return (
        f'<rect x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}" '
        f'rx="2" fill="var(--{color})"{faint}/>'
    )


def picture(*parts: str) -> str:
    """The whole figure, in the colours of the reader's theme."""

    def colors(theme: dict[str, str]) -> str:
        return "".join(f"--{name}:{value};" for name, value in theme.items())

    style = f"svg{{{colors(LIGHT)}}}@media (prefers-color-scheme:dark){{svg{{{colors(DARK)}}}}}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" font-family="system-ui,sans-serif" font-size="13"><style>{style}</style>'
    )
    surface = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="var(--surface)"/>'
    return "\n".join([head, surface, *parts, "</svg>", ""])


@dataclass
class Panel:
    """Axes in a part of the picture. What is drawn is given in the units of the data."""

    x: tuple[float, float]
    y: tuple[float, float]
    left: float = 52
    top: float = 24
    width: float = 356
    height: float = 184
    parts: list[str] = field(default_factory=list)

    def at(self, x: float, y: float) -> tuple[float, float]:
        share_x = (x - self.x[0]) / (self.x[1] - self.x[0])
        share_y = (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + share_x * self.width, self.top + (1 - share_y) * self.height

    def axes(
        self,
        x_label: str,
        y_label: str,
        x_ticks: Sequence[tuple[float, str]],
        y_ticks: Sequence[tuple[float, str]],
    ) -> None:
        """Labels of the axes stand below and above them, so that none has to be read sideways."""
        bottom, right = self.top + self.height, self.left + self.width
        for value, words in y_ticks:
            _, y = self.at(self.x[0], value)
            self.parts += [
                stroke([(self.left, y), (right, y)], "grid", 1),
                text(self.left - 7, y + 4.5, words, "end"),
            ]
        for value, words in x_ticks:
            x, _ = self.at(value, self.y[0])
            self.parts.append(text(x, bottom + 18, words, "middle"))
        self.parts += [
            stroke([(self.left, bottom), (right, bottom)], "line", 1),
            text(self.left + self.width / 2, bottom + 38, x_label, "middle"),
            text(self.left, self.top - 9, y_label),
        ]

    def line(self, points: Points, color: str, width: float = 2, dash: str = "") -> None:
        self.parts.append(stroke([self.at(*point) for point in points], color, width, dash))

    def dots(self, points: Points, color: str, radius: float = 3) -> None:
        for point in points:
            x, y = self.at(*point)
            self.parts.append(
                f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{radius}" fill="var(--{color})"/>'
            )

    def note(self, x: float, y: float, words: str, color: str, anchor: str = "start") -> None:
        """What a line is, beside it: a colour alone says nothing."""
        place = self.at(x, y)
        self.parts.append(text(*place, words, anchor, color, bold=True))
