#!/usr/bin/env python3
"""Import reports as the official Word template filled in, and as the text of a PDF that is made of it.

usage: score_documents.py BINARY [--made-up N] [--keep FOLDER]

The text is what pdftotext gives, with -layout and without. Reports, comparison and exit code are those of
score_layouts.py; sections, agency and year must come back too, except out of a PDF, whose lines are broken.
"""
import argparse
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import layouts
import sources
from score_layouts import imported, score

TEMPLATE = sources.REFERENCE / "official-template-2021.docx"
SECTIONS = {
    "overview": ["某某局认真落实条例。", "（一）主动公开。全年公布信息。"],
    "problems": ["一是力量不足。", "二是更新不够及时。"],
    "other": ["无"],
}


def filled(truth, path):
    """The official template with a report's values and prose in it."""
    import docx
    document = docx.Document(TEMPLATE)
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("政府信息公开工作年度报告"):
            paragraph.text = f"{truth.agency}{truth.year}年政府信息公开工作年度报告"
    texts = iter(SECTIONS.values())
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("（文字描述"):
            first, *rest = next(texts)
            last = paragraph
            paragraph.text = first
            for text in rest:
                new = docx.text.paragraph.Paragraph(docx.oxml.OxmlElement("w:p"), paragraph._parent)
                last._p.addnext(new._p)
                new.text = text
                last = new
    disclosure, requests, proceedings = document.tables
    places = {"regulations": 2, "normativeDocuments": 3}
    order = [row["id"] for row in truth.form["tables"][0]["rows"]]
    for name, place in zip(order, [2, 3, 6, 9, 10, 13]):
        places[name] = place
    for name, value in truth.values.items():
        table, rest = name.split(".", 1)
        row, column = rest.rsplit(".", 1)
        definition = next(entry for entry in truth.form["tables"] if entry["id"] == table)
        columns = [entry["id"] for entry in definition["columns"]]
        rows = [entry["id"] for entry in definition["rows"]]
        text = "" if value is None else str(value)
        if table == "disclosure":
            at = definition["rows"][rows.index(row)].get("columns") or columns
            disclosure.rows[places[row]].cells[1 + at.index(column)].text = text
        elif table == "requests":
            requests.rows[3 + rows.index(row)].cells[3 + columns.index(column)].text = text
        else:
            proceedings.rows[3].cells[5 * rows.index(row) + columns.index(column)].text = text
    document.save(path)


def texts(documents, folder):
    """{layout: [text]} of the PDFs that LibreOffice makes of documents."""
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf",
         "--outdir", str(folder), *map(str, documents)], check=True, capture_output=True, timeout=900)
    made = {"pdftotext -layout": [], "pdftotext": []}
    for document in documents:
        for layout, paths in made.items():
            text = folder / f"{document.stem}{'-layout' if 'layout' in layout else ''}.txt"
            subprocess.run([*layout.split(), "-enc", "UTF-8", str(document.with_suffix(".pdf")), str(text)], check=True)
            paths.append(text)
    return made


def prose(binary, truth, path):
    """What is wrong with a report's head and sections."""
    report = imported(binary, path)[1] or {}
    wanted = {"agency": truth.agency, "year": truth.year, **{id: "\n".join(text) for id, text in SECTIONS.items()}}
    found = {**report, **report.get("sections", {})}
    return [f"{member}: {found.get(member)!r:.120}" for member, text in wanted.items() if found.get(member) != text]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--made-up", type=int, default=4)
    parser.add_argument("--keep")
    options = parser.parse_args()
    if not TEMPLATE.is_file():
        print("documents: no official template beside the checkout: skipped")
        return 0
    folder = Path(options.keep or tempfile.mkdtemp())
    truths = [*layouts.made_up_reports(options.made_up), *layouts.real_reports()]
    truths = [truth for truth in truths if truth.form["id"].endswith("2021")]
    kinds = {"Word template": [folder / f"{truth.name}.docx" for truth in truths]}
    for truth, path in zip(truths, kinds["Word template"]):
        filled(truth, path)
    if shutil.which("soffice") and shutil.which("pdftotext"):
        kinds.update(texts(kinds["Word template"], folder))
    print("| document | files | fields right | reported | wrong in silence | head and sections |\n|---|---|---|---|---|---|")
    shown, total = [], 0
    for kind, paths in kinds.items():
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda pair: score(options.binary, *pair), zip(truths, paths)))
            heads = list(pool.map(lambda pair: prose(options.binary, *pair), zip(truths, paths)))
        sums = [sum(result[0] for result in results), sum(result[1] for result in results)]
        wrong = sum(len(result[2]) for result in results)
        total += wrong
        print(f"| {kind} | {len(paths)} | {sums[0]} | {sums[1]} | {wrong} | {heads.count([])} right |", flush=True)
        for path, result, head in zip(paths, results, heads):
            shown += [f"{kind} {path.name} {line}" for line in result[2][:3] + head]
            total += len(head) if kind == "Word template" else 0
    print("\n".join(shown[:40]))
    print(f"documents: {total} wrong")
    if not options.keep:
        shutil.rmtree(folder)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
