"""What setting one number may change in a workbook: shared by the scripts that judge edits.

Archives, sheets and readers are looked at by means that are not ours: bytes by expat's offsets, cells by
openpyxl and python-calamine, the rest by the schema validator beside the checkout, where it stands.
"""
import collections
import datetime
import importlib.util
import json
import math
import re
import signal
import struct
import subprocess
import warnings
import xml.parsers.expat
import zipfile
import zlib
from pathlib import Path

import openpyxl
import python_calamine

CHECKOUT = Path(__file__).resolve().parents[3]
VALIDATOR = CHECKOUT.parent / "shared/tools/validate_ooxml.py"
SCHEMAS = CHECKOUT.parent / "shared/xsd"
warnings.filterwarnings("ignore")


class Entry:
    """An entry as it lies in its archive: the local header from the version on, and the compressed bytes."""

    def __init__(self, data, info):
        start = info.header_offset
        name, extra = struct.unpack("<HH", data[start + 26:start + 30])
        body = start + 30 + name + extra
        self.stored = data[start + 4:body], data[body:body + info.compress_size]
        self.method = info.compress_type

    @property
    def content(self):
        return zlib.decompress(self.stored[1], -15) if self.method == 8 else self.stored[1]


class Archive:
    """The entries of a workbook by name, in the directory's order."""

    def __init__(self, path):
        data = Path(path).read_bytes()
        # Some writers leave bytes in front of the archive; `header_offset` counts them.
        with zipfile.ZipFile(path) as file:
            self.entries = {info.filename: Entry(data, info) for info in file.infolist()}

    def changed(self, other):
        """The names of entries that differ, or that only one of the two has."""
        names = list(self.entries) + [name for name in other.entries if name not in self.entries]
        return [name for name in names if name not in self.entries or name not in other.entries
                or self.entries[name].stored != other.entries[name].stored]


def local(name):
    return name.rpartition(":")[2]


def number_of(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cells_of(sheet):
    """The byte range of every `<c>` of a sheet, by expat; (reference, start, end) in their order."""
    cells, path, rows, columns, start = [], [], 0, 0, None
    parser = xml.parsers.expat.ParserCreate()

    def begin(name, attributes):
        nonlocal rows, columns, start
        path.append(local(name))
        if path[-1] == "row" and path[-2:-1] == ["sheetData"]:
            rows, columns = int(attributes.get("r", rows + 1)), 0
        if path[-1] == "c" and path[-2:-1] == ["row"]:
            reference = attributes.get("r")
            columns = number_of(re.match("[A-Z]+", reference)[0]) if reference else columns + 1
            start = (f"{letters_of(columns)}{rows}", parser.CurrentByteIndex)

    def end(name):
        nonlocal start
        if path.pop() == "c" and start and path[-1:] == ["row"]:
            # At an end tag the index is that tag's; of `<c/>` it is behind it.
            place = parser.CurrentByteIndex
            is_empty = sheet.endswith(b"/>", 0, place) and sheet.count(b"<", start[1], place) == 1
            cells.append((*start, place if is_empty else sheet.index(b">", place) + 1))
            start = None

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.Parse(sheet, True)
    return cells


def judge_sheet(before, after, cell):
    """What differs in a sheet beside the cell; a list of words, and whether a shared formula went on."""
    old, new = cells_of(before), cells_of(after)
    if [each[0] for each in old] != [each[0] for each in new]:
        return ["cells come or go"], []

    def around(data, cells):
        place = 0
        for _, start, end in cells:
            yield data[place:start]
            place = end
        yield data[place:]

    wrong, implied = [], []
    if list(around(before, old)) != list(around(after, new)):
        wrong.append("bytes beside the cells")
    for (reference, start, end), (_, first, last) in zip(old, new):
        one, other = before[start:end], after[first:last]
        if one == other or reference == cell:
            continue
        if b'si="' in one and b'ref="' in other:
            implied.append("shared formula handed on")
        else:
            wrong.append(f"cell {reference}")
    return wrong, implied


def removal(before, after):
    """What was taken out of `before` at one place to give `after`; None where that is not so."""
    length = len(before) - len(after)
    if length < 0:
        return None
    start = next((place for place in range(len(after)) if before[place] != after[place]), len(after))
    # A removal among equal bytes can stand at several places.
    for place in range(start, -1, -1):
        if before[place + length:] == after[place:]:
            return before[place:place + length]
        if start - place > 400:
            return None
    return None


def judge_part(name, before, after):
    """What the edit implies for a part that is no sheet; (implied, wrong)."""
    if name.lower().endswith("calcchain.xml") and after is None:
        return "calculation chain left out", None
    if before is None or after is None:
        return None, f"{name} comes or goes"
    if name == "[Content_Types].xml" or name.endswith(".rels"):
        gone = removal(before, after)
        if gone and b"calcchain" in gone.lower() and gone.count(b"<") == 1:
            return "calculation chain left out", None
        return None, f"{name} changed"
    attribute, element = b' fullCalcOnLoad="1"', rb'<(?:\w+:)?calcPr(?: xmlns[^>]*)? fullCalcOnLoad="1"/>'
    same = [after.replace(attribute, b"", 1), re.sub(element, b"", after, count=1),
            after.replace(attribute, b' fullCalcOnLoad="0"', 1),
            after.replace(attribute, b' fullCalcOnLoad="false"', 1)]
    if before in same:
        return "fullCalcOnLoad", None
    return None, f"{name} changed"


def same_value(one, other):
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one) and math.isnan(other):
        return True
    return type(one) is type(other) and one == other


class TooLong(Exception):
    pass


def within(seconds, work):
    """The result of `work`, or TooLong."""
    def stop(*_):
        raise TooLong
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        return work()
    finally:
        signal.alarm(0)


def by_calamine(path):
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    cells = {}
    for meta in book.sheets_metadata:
        if str(meta.typ) != "SheetTypeEnum.WorkSheet":
            continue
        sheet = book.get_sheet_by_name(meta.name)
        first = sheet.start or (0, 0)
        for row, values in enumerate(sheet.to_python(skip_empty_area=True), first[0] + 1):
            for column, value in enumerate(values, first[1] + 1):
                if value != "":
                    cells[meta.name, f"{letters_of(column)}{row}"] = value
    return cells


def by_openpyxl(path):
    """Values, and formulas as such: what is stored of them the others see."""
    cells = {}
    for sheet in openpyxl.load_workbook(path, keep_links=False).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if type(value).__module__.startswith("openpyxl"):
                    value = str({name: str(each) for name, each in vars(value).items()})
                if value is not None:
                    cells[sheet.title, cell.coordinate] = value
    return cells


def by_us(binary):
    def read(path):
        done = subprocess.run([binary, "convert", str(path), "--to", "ndjson", "-o", "-", "--force"],
                              capture_output=True, timeout=60)
        if done.returncode:
            raise ValueError(done.stderr.decode(errors="replace").strip())
        cells = {}
        for line in done.stdout.splitlines():
            cell = json.loads(line)
            place = cell.pop("sheet"), cell.pop("ref")
            cells[place] = cell.get("serial", cell.get("value"))
        return cells
    return read


def is_number(value, number):
    """Whether a reader's value is that number, which under a date's format is a date for it."""
    if isinstance(value, datetime.datetime):
        starts = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)
        return any((value - start) / datetime.timedelta(days=1) == number for start in starts)
    if isinstance(value, datetime.timedelta):
        return value / datetime.timedelta(days=1) == number
    if isinstance(value, datetime.time):
        return (value.hour * 60 + value.minute) / 1440 == number % 1
    return value == number


def judge_values(before, after, sheet, cell, new):
    """What another reader sees changed beside the cell, which must hold the number."""
    wrong = []
    if not is_number(after.get((sheet, cell)), new):
        wrong.append(f"the cell holds {after.get((sheet, cell))!r}")
    for place in {**before, **after}:
        if place == (sheet, cell):
            continue
        if place not in before or place not in after or not same_value(before[place], after[place]):
            wrong.append(f"{place[0]}!{place[1]}: {before.get(place)!r} became {after.get(place)!r}"[:120])
    return wrong


class Validator:
    """The schema validator beside the checkout; without it nothing is found."""

    def __init__(self):
        self.module = None
        if VALIDATOR.exists():
            spec = importlib.util.spec_from_file_location("validate_ooxml", VALIDATOR)
            self.module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(self.module)
            self.schemas = self.module.Schemas(str(SCHEMAS))

    def __call__(self, path):
        found = collections.Counter()
        try:
            findings = self.module.validate(str(path), self.schemas).findings if self.module else []
        except Exception as error:
            findings = [{"level": "error", "code": "validator", "part": "", "message": repr(error)}]
        for each in findings:
            found[each["level"], each["code"], each["part"], each["message"]] += 1
        return found


class Judge:
    """Holds edited copies against their sources; counts what it finds."""

    def __init__(self, binary, longest=10):
        self.longest = longest
        self.readers = {"xlsxreport": by_us(binary), "openpyxl": by_openpyxl, "python-calamine": by_calamine}
        self.validator = Validator()
        self.counts = {choice: collections.Counter() for choice in ("first", "middle", "formula")}
        self.wrong = []
        self.source = None

    def __call__(self, edit):
        """Judges a line of SetCells."""
        counts = self.counts[edit["choice"]]
        if edit.get("refusal"):
            counts["refused"] += 1
            counts["refused: " + reason(edit["refusal"])] += 1
            return
        counts["edited"] += 1
        wrong = self.bytes(edit, counts) + self.values(edit, counts) + self.schema(edit, counts)
        if wrong:
            counts["WRONG"] += 1
            self.wrong.append((edit, wrong))

    def bytes(self, edit, counts):
        source, edited = Archive(edit["source"]), Archive(edit["edited"])
        wrong, sheets = [], []
        for name in source.changed(edited):
            before = source.entries[name].content if name in source.entries else None
            after = edited.entries[name].content if name in edited.entries else None
            if before and after and b"sheetData" in before:
                sheets.append(name)
                bad, implied = judge_sheet(before, after, edit["cell"])
                wrong += [f"{name}: {each}" for each in bad]
                for each in implied:
                    counts["implied: " + each] += 1
            elif before != after:
                implied, bad = judge_part(name, before, after)
                if bad:
                    wrong.append(bad)
                elif name != "[Content_Types].xml" and not name.endswith(".rels"):
                    counts["implied: " + implied] += 1
            else:
                wrong.append(f"{name}: stored in another way")
        if len(sheets) != 1:
            wrong.append(f"sheets changed: {sheets}")
        if list(source.entries) != [name for name in edited.entries] and "calcchain" not in str(
                source.changed(edited)).lower():
            wrong.append("entries in another order")
        if wrong:
            return wrong
        counts["others identical in compressed bytes, sheet but for the cell"] += 1
        before = source.entries[sheets[0]].content
        if edit["choice"] != "formula":
            back = Archive(edit["restored"]).entries[sheets[0]].content
            if back == before:
                counts["set back: the original bytes"] += 1
            else:
                text = stored_text(before, edit["cell"])
                usual = is_usual(text, edit["old"])
                counts["set back: " + ("OTHER BYTES" if usual else "number was written in another way")] += 1
                if usual:
                    wrong.append(f"set back: {text!r} is not what was there")
        return wrong

    def values(self, edit, counts):
        if edit["source"] != self.source:
            self.source, self.before = edit["source"], {}
        wrong = []
        for name, read in self.readers.items():
            try:
                if name not in self.before:
                    self.before[name] = None
                    self.before[name] = within(self.longest, lambda: read(edit["source"]))
                before = self.before[name]
                if before is None:
                    counts[f"{name}: cannot read the source"] += 1
                    continue
            except (Exception, TooLong):
                counts[f"{name}: cannot read the source"] += 1
                continue
            if all(place[0] != edit["sheet"] for place in before):
                counts[f"{name}: sees nothing of the source's sheet"] += 1
                continue
            try:
                after = within(self.longest * 2, lambda: read(edit["edited"]))
            except (Exception, TooLong) as error:
                wrong.append(f"{name} cannot read the copy: {error}")
                continue
            bad = judge_values(before, after, edit["sheet"], edit["cell"], edit["new"])
            wrong += [f"{name}: {each}" for each in bad[:3]]
            counts[f"{name}: " + ("WRONG" if bad else "sees the number and no other change")] += 1
        return wrong

    def schema(self, edit, counts):
        if not self.validator.module:
            return []
        if "schema" not in self.before:
            self.before["schema"] = self.validator(edit["source"])
        new = self.validator(edit["edited"]) - self.before["schema"]
        counts["validator: " + ("NEW FINDINGS" if new else "finds nothing new")] += 1
        return [f"validator: {finding}" for finding in new]

    def print(self):
        kinds = sorted({name for counts in self.counts.values() for name in counts}, key=rank)
        print(f"{'':66}{'first':>8}{'middle':>8}{'formula':>8}")
        for name in kinds:
            print(f"{name:66}" + "".join(f"{counts[name]:8}" for counts in self.counts.values()))
        for edit, wrong in self.wrong:
            print(f"WRONG {edit['source']} {edit['choice']} {edit['sheet']}!{edit['cell']}: " + "; ".join(wrong[:4]))


def rank(name):
    order = ["edited", "refused", "WRONG", "others", "implied", "set back", "xlsxreport", "openpyxl", "python-calamine"]
    return next((place for place, start in enumerate(order) if name.startswith(start)), len(order)), name


def reason(refusal):
    """A refusal without the places it names."""
    for part in re.findall(r"[^：:]+", refusal)[::-1]:
        if re.search("[\u4e00-\u9fff ]", part):
            return re.sub(r"[A-Z]+[0-9]+(:[A-Z]+[0-9]+)?", "…", part.strip())[:70]
    return refusal[:70]


def stored_text(sheet, cell):
    for reference, start, end in cells_of(sheet):
        if reference == cell:
            return sheet[start:end].decode(errors="replace")
    return ""


def is_usual(text, value):
    """Whether a cell is `<c …><v>NUMBER</v></c>` and its number in the shortest form that Excel writes."""
    found = re.fullmatch(r"<(\w+:)?c( [^<>]*)?><(\w+:)?v>([^<]*)</(\w+:)?v></(\w+:)?c>", text)
    if not found or not re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", found[4]):
        return False
    return repr(value).removesuffix(".0") == found[4]


def set_cells(binary, paths, folder):
    """The lines of SetCells, which is built beside the binary, about `paths`."""
    tool = Path(binary).resolve().with_name("SetCells")
    done = subprocess.run([tool, folder], input="\n".join(map(str, paths)), capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{tool}: exit {done.returncode}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]
