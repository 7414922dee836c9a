"""The published texts that stand beside the checkout, as files an agency might send in: shared by scripts."""
import html
import re
import unicodedata

import layouts

REFERENCE = layouts.CHECKOUT.parent / "shared" / "reference"


class Source:
    """A text of a published report: its file, its kind, and what the report is known to hold."""

    def __init__(self, path, kind, truth, text):
        self.path, self.kind, self.truth, self.text = path, kind, truth, text


def body(text):
    """The text without the comments that tell where it came from."""
    return re.sub(r"\A(?:\s*<!--.*?-->)+\s*", "", text, flags=re.S)


def kind(text):
    return "excerpt, cells between bars" if text.count("|") > 10 else "text of a PDF"


def published(folder):
    """The sources beside the checkout, written to `folder` as .txt; a PDF stays where it is."""
    truths = {truth.name: truth for truth in layouts.real_reports()} if layouts.SHARED.is_dir() else {}
    seed = REFERENCE / "seed-report-2021.txt"
    if seed.is_file() and "001" in truths:
        yield Source(seed, "seed text", truths["001"], seed.read_text())
    for name, truth in truths.items():
        markdown = layouts.SHARED / f"{name}.source.md"
        if markdown.is_file():
            text = body(markdown.read_text())
            path = folder / f"{name}.txt"
            path.write_text(text)
            yield Source(path, kind(text), truth, text)
        for path in sorted(layouts.SHARED.glob(f"{name}.source.pdf")):
            yield Source(path, "PDF", truth, markdown.read_text() if markdown.is_file() else "")


def folded(text):
    """The text's letters and digits alone, compatibility characters replaced."""
    text = unicodedata.normalize("NFKC", html.unescape(text))
    return "".join(character for character in text if character.isalnum())


def numbers_behind(label, text):
    """The numbers at the end of the first line that holds `label`; none where no such line ends in one."""
    wanted = folded(label)
    for line in text.splitlines():
        at = folded(line).find(wanted)
        if at >= 0:
            return re.findall(r"[\d.]+", re.sub(r"^.*[^\d.|/\s—-]", "", unicodedata.normalize("NFKC", line)))
    return []
