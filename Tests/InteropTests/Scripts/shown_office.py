"""Reports that went through LibreOffice, as pages opened in a spreadsheet or as copies in other formats."""
import json
import subprocess

import layouts
from score_layouts import make, through_office
from shown import Kind


class Copy:
    """A report out of another program: every value is as it was."""

    def __init__(self, truth, route):
        self.seed, self.truth, self.cells = truth.name, truth, truth.values
        self.what, self.suffix = route, route.rsplit(" ", 1)[-1]
        self.kind = Kind(f"copy by {route}", [], None, None, True)
        self.allowed = {name: [value] for name, value in truth.values.items()}
        self.years, self.agencies, self.is_certain = [truth.year], [truth.agency], True


def exported(binary, truth, folder):
    """Our own workbook of a report."""
    tables = {table["id"]: {row["id"]: {} for row in table["rows"]} for table in truth.form["tables"]}
    for name, value in truth.values.items():
        table, rest = name.split(".", 1)
        row, column = rest.rsplit(".", 1)
        tables[table][row][column] = value
    report = {"form": truth.form["id"], "title": f"{truth.agency}{truth.year}年政府信息公开工作年度报告", "agency": truth.agency,
              "year": truth.year, "sections": {"overview": "正文。", "problems": "无。", "other": "无"}, "tables": tables}
    path = folder / f"{truth.name}.json"
    path.write_text(json.dumps(report, ensure_ascii=False))
    book = folder / f"{truth.name}.xlsx"
    subprocess.run([binary, "export", str(path), "-o", str(book), "--force"], capture_output=True, timeout=60)
    return book


def office(folder, target, out, *paths):
    out.mkdir(exist_ok=True)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", target, "--outdir",
            str(out),
         *map(str, paths)], check=True, capture_output=True, timeout=900)
    suffix = target.split(":")[0]
    return [out / path.with_suffix("." + suffix).name for path in paths]


def submissions(binary, folder, count):
    truths = list(layouts.made_up_reports(count))
    for truth in truths:
        truth.values = {name: None if value == "/" else value for name, value in truth.values.items()}
    place = folder / "pages"
    place.mkdir(exist_ok=True)
    for truth in truths:
        make("html-office", truth, place)
    for name, path in through_office(place).items():
        yield Copy(next(truth for truth in truths if truth.name == name), "page xlsx"), path
    ours = folder / "ours"
    ours.mkdir(exist_ok=True)
    books = [exported(binary, truth, ours) for truth in truths]
    for route, suffix in (("ods", "xlsx"), ("xls", "xlsx"), ("html", None), ("xlsx", None)):
        paths = office(folder, route, folder / f"out-{route}", *books)
        if suffix:
            paths = office(folder, "xlsx", folder / f"back-{route}", *paths)
        for truth, path in zip(truths, paths):
            if path.is_file():
                yield Copy(truth, f"{route} {suffix or route}"), path
