"""Cases of units, number formats, copied text, and numbers in other signs."""
import re

from shown import EVERY, Piece, change_some, formatted, kind, number_of

WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
DIGITS = "零一二三四五六七八九"


def chinese(number):
    """A number below 10,000 in words."""
    text = ""
    for unit, place in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // place % 10
        if digit:
            text += DIGITS[digit] + unit
        elif text and not text.endswith("零") and number % place:
            text += "零"
    return text or "零"


# Units of the fee


FEE, FEE_HEAD = "disclosure.fees.amount", "本年收费金额（单位：万元）"


def fee(case, text=None, scale=10_000, piece=None, *allowed):
    """Puts an amount, given in the shown unit, into the fee; right is what it is in 万元."""
    amount = case.number() * 7 if scale == 10_000 else case.number()
    value = amount / scale
    shown = (text or "{}").format(amount)
    case.put(FEE, piece(amount) if piece else Piece(shown, excel=amount if text is None else shown),
        *(allowed or [value]))
    return amount


@kind("unit in the heading", EVERY, "2021", certain=True)
def unit_in_heading(case, source):
    head, scale = source.choice([
        ("（元）", 10_000), ("[元]", 10_000), ("（人民币元）", 10_000), ("（以元为单位）", 10_000), ("（千元）", 10),
        ("（单位：元）", 10_000), ("(元)", 10_000), ("（单位:元）", 10_000), ("／元", 10_000), ("，单位元", 10_000), ("（￥）", 10_000),
        ("（百元）", 100), ("（亿元）", 0.0001), ("（单位：人民币元）", 10_000), ("【元】", 10_000), ("\n（元）", 10_000),
        ("（万元）", 1), ("（人民币万元）", 1), ("(单位：万元)", 1), ("：元", 10_000), ("（单位：千元）", 10), ("（十万元）", 0.1),
        ("（单位：圆）", 10_000), ("（单位：元，保留2位小数）", 10_000)])
    case.what = head
    if case.suffix == "txt":
        head = head.strip()
    case.is_certain = head not in ("（￥）", "（单位：圆）", "（十万元）", "／元")
    fee(case, scale=scale)
    case.relabel(0, "（单位：万元）", head)


@kind("unit above the table", EVERY, "2021")
def unit_above(case, source):
    note = source.choice(["单位：元", "（单位：元）", "金额单位：元", "单位：件、元", "单位：件/元", "计量单位：元", "单位：千元"])
    keeps = source.random() < 0.4
    case.what = f"{note} keeps={keeps}"
    fee(case, None, 10 if "千" in note else 10_000)
    if keeps:
        case.allowed[FEE] = []
    else:
        case.relabel(0, "（单位：万元）", "")
    case.blocks[0].notes.append(note)


@kind("unit above, harmless", EVERY, "2021", certain=True)
def unit_above_same(case, source):
    note = source.choice(["单位：件", "单位：件、万元", "单位：万元", "金额单位：万元", "（单位：件）", "单位：件/万元", "单位：件（万元）"])
    case.what = note
    case.blocks[0].notes.append(note)
    case.is_certain = note != "单位：万元"


@kind("unit in the row's label", EVERY, "2021")
def unit_in_row(case, source):
    mark, scale = source.choice([("（元）", 10_000), ("（单位：元）", 10_000), ("（千元）", 10), ("（万元）", 1), ("[元]", 10_000)])
    keeps = source.random() < 0.4
    case.what = f"{mark} keeps={keeps}"
    fee(case, scale=scale)
    if keeps and scale != 1:
        case.allowed[FEE] = []
    elif not keeps:
        case.relabel(0, "（单位：万元）", "")
    case.relabel(0, "行政事业性收费", "行政事业性收费" + mark)


@kind("unit in the next cell", EVERY, "2021")
def unit_in_next_cell(case, source):
    mark, scale = source.choice([("元", 10_000), ("（元）", 10_000), ("万元", 1), ("千元", 10), ("单位：元", 10_000)])
    keeps = source.random() < 0.5
    case.what = f"{mark} keeps={keeps}"
    fee(case, scale=scale)
    if not keeps:
        case.relabel(0, "（单位：万元）", "")
    block, row, _ = case.place(FEE)
    block.sheet.put(row, 5, mark)


@kind("unit in the number format", "xlsx", "2021")
def unit_in_format(case, source):
    code, scale = source.choice([
        ('0"元"', 10_000), ('#,##0.00"元"', 10_000), ('0.0000"万元"', 1), ('0"千元"', 10), ("¥#,##0.00", 10_000),
        ('[$¥-804]#,##0', 10_000), ('"￥"0', 10_000), ("0元", 10_000), ("0\\元", 10_000), ('0_)"(元)"', 10_000),
        ('0"亿元"', 0.0001), ('"$"0', 0)])
    keeps = source.random() < 0.5
    case.what = f"{code} keeps={keeps}"
    amount = case.number()
    case.put(FEE, formatted(amount, code), *([amount / scale] if scale else []))
    if not keeps:
        case.relabel(0, "（单位：万元）", "")


@kind("unit beside the value", EVERY, "2021")
def unit_beside(case, source):
    form, scale, certain = source.choice([
        ("{}元", 10_000, False), ("{}（元）", 10_000, False), ("{}万元", 1, True), ("{}万", 1, False), ("{} 万元", 1, True),
        ("{}千元", 10, False), ("¥{}", 10_000, False), ("￥{}", 10_000, False), ("人民币{}元", 10_000, False),
        ("{}元整", 10_000, False), ("{}.00元", 10_000, False), ("{}亿元", 0.0001, False), ("（万元）{}", 1, False),
        ("{}（万元）", 1, True), ("RMB{}", 10_000, False), ("{}圆", 10_000, False), ("共{}万元", 1, False),
        ("{}百元", 100, False), ("{}块", 10_000, False), ("{}美元", 0, False), ("{}角", 100_000, False)])
    keeps = source.random() < 0.6
    case.what, case.is_certain = f"{form} keeps={keeps}", certain
    amount = case.number()
    case.put(FEE, Piece(form.format(amount)), *([amount / scale] if scale else []))
    if not keeps:
        case.relabel(0, "（单位：万元）", "")


@kind("unit of another kind", EVERY)
def wrong_unit(case, source):
    unit = source.choice(["元", "万元", "%", "‰", "％", "人次", "户", "天", "页", "年", "月", "公里", "个百分点", "分", "GB", "元/件"])
    case.what = unit
    is_count_like = unit in ("人次", "户", "页")
    change_some(case, lambda value: (f"{value}{unit}", [value] if is_count_like else []))
    if case.truth.values.get(FEE) and source.random() < 0.5:
        other = source.choice(["{}件", "{}%", "{}人", "{}项", "{}天"])
        case.what += " " + other
        case.put(FEE, Piece(other.format(number_of(case, FEE))))


@kind("unit of counts", EVERY, certain=True)
def count_unit(case, source):
    form = source.choice(["{}件", "{} 件", "{}（件）", "{}件。", "共{}件", "{}件次", "件数：{}", "{}个", "{}宗", "{}起", "{}項", "{}份"])
    case.what = form
    case.is_certain = form in ("{}件", "{} 件", "{}（件）", "{}件。")
    change_some(case, lambda value: form.format(value), source.choice([None, "requests", "proceedings"]))


@kind("units of ten thousands of counts", EVERY)
def large_counts(case, source):
    unit, scale = source.choice([("万件", 10_000), ("千件", 1000), ("万", 10_000), ("千", 1000), ("百件", 100), ("百", 100),
                                 ("亿件", 10 ** 8), ("十件", 10), ("k", 1000), ("K", 1000), ("w", 10_000), ("打", 12),
                                 ("萬", 10_000), ("兆", 10 ** 12), ("仟", 1000), ("佰", 100)])
    point = source.choice(["", ".5"])
    case.what = f"{point}{unit}"
    change_some(case, lambda value: (f"{value}{point}{unit}", [round((value + (0.5 if point else 0)) * scale)]))


@kind("unit of counts in labels", EVERY)
def count_unit_in_labels(case, source):
    label, unit = source.choice(["自然人", "商业企业", "总计", "结果维持", "尚未审结", "note", "last note"]), source.choice(
        ["（万件）", "（千件）", "（件）", "（单位：万件）", "（元）", "（%）", "（百件）", "（单位：%）"])
    case.what = f"{label} {unit}"
    scale = {"（万件）": 10_000, "（千件）": 1000, "（件）": 1, "（单位：万件）": 10_000, "（百件）": 100}.get(unit)
    table = 2 if label in ("结果维持", "尚未审结", "last note") else 1
    column = {"自然人": "naturalPerson", "商业企业": "business", "总计": "total", "结果维持": "upheld", "尚未审结": "pending"}.get(label)
    if "note" in label:
        case.blocks[table].notes.append(unit.strip("（）") if "单位" in unit else "单位：" + unit.strip("（）"))
    else:
        for place, value in case.blocks[table].sheet.cells.items():
            if value == label:
                case.blocks[table].sheet.cells[place] = label + unit
    for name in case.cells:
        if name.startswith("requests." if table == 1 else "proceedings.") and (
            column is None or name.endswith("." + column)):
            case.allowed[name] = [number_of(case, name) * scale] if scale else []


# Number formats: the code, and what it shows of a whole number


FORMATS_SAME = [
    "General", "0", "#,##0", "0.0", "0.00", '0"件"', "@", "0_ ", "_(* #,##0_)", "[Red]0", "#", "[$-804]0", '#,##0"件"',
    "0;-0", "0_);(0)", "[>9999]0;0", "#,##0_);[Red]\\(#,##0\\)", "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ",
    "[Black]#,##0;[Red]-#,##0", "[DBNum1]General", "[DBNum2]0", "[$-804]General", "0;0;0", "?", "# ", "[=0]\"/\";0",
    "[<0]-0;0", "000000", "0\\ ", "* 0", "0\\件"]
FORMATS_OTHER = [
    ("0,", lambda v: [(v + 500) // 1000]), ('0"0"', lambda v: [v * 10]), ('"无"', lambda v: ["/"]),
    (";;;", lambda v: [None]), ('0"千"', lambda v: [v * 1000]), ('[>3]"3";0', lambda v: [3]), ("0%", lambda v: []),
    ("0.00%", lambda v: []), ('0"万"', lambda v: [v * 10_000]), ('"12"0', lambda v: [int(f"12{v}")]),
    ("yyyy-mm-dd", lambda v: []), ("yyyy", lambda v: []), ('"上年"0', lambda v: []), ('0"（上年）"', lambda v: []),
    ("0.0,", lambda v: []), ('0!.0,"万"', lambda v: [v]), ("0\\.0000", lambda v: []), ("0.00E+00", lambda v: [v]),
    ('-0', lambda v: [-v]), ('0;0', lambda v: [v]), ('"-"0', lambda v: [-v]), ("(0)", lambda v: []),
    ("0\\00", lambda v: [v * 10]), ('"/"', lambda v: ["/"]), ('"—"', lambda v: ["/"]), ("0.0,,", lambda v: []),
    ("[h]:mm", lambda v: []), ("# ?/?", lambda v: [v]), ('"约"0', lambda v: [v]), ('0"以上"', lambda v: []),
    ('"不足"0', lambda v: []), ('0"人"', lambda v: [v]), ('0"元"', lambda v: []), ('0"%"', lambda v: []),
    ('"0"', lambda v: [0]), ('""', lambda v: [None]), ("[>1]\"\";0", lambda v: [None]), ("0-0", lambda v: []),
    ("0/0", lambda v: []), ("00\\:00", lambda v: []), ("0 0", lambda v: [v]), ('0"3"', lambda v: [v * 10 + 3]),
    ("#\\,0", lambda v: []), ('0"/5"', lambda v: []), ('0" 5"', lambda v: []), ('G/通用格式"万"', lambda v: [v * 10_000]),
    ('General"0"', lambda v: [v * 10]), ('0"①"', lambda v: [v]), ("aaaa", lambda v: []), ("[$€-2]0", lambda v: []),
    ('0"×10"', lambda v: []), ("0‰", lambda v: []), ('#"."##', lambda v: []), ('[Red]"见附件"', lambda v: []),
    ('"第"0', lambda v: []), (";0", lambda v: [None]), ("0;;", lambda v: [v])]


@kind("format that shows the same", "xlsx", certain=True)
def format_same(case, source):
    code = source.choice(FORMATS_SAME)
    case.what = code
    is_text = code == "@"
    change_some(case, lambda value: (
        Piece(value, excel=str(value) if is_text else value, style=lambda cell: setattr(cell, "number_format", code)),
            [value]))


@kind("format that shows another", "xlsx")
def format_other(case, source):
    code, shown = source.choice(FORMATS_OTHER)
    case.what = code
    change_some(case, lambda value: (formatted(value, code), shown(value)))


@kind("format of text, zero and less", "xlsx")
def format_special(case, source):
    stored, code, allowed = source.choice([
        (0, "0;-0;;@", [0, None]), (0, '0;-0;"/"', [0, "/"]), (0, "#", [0, None]), (0, '#,##0;-#,##0;"-"', [0, "/"]),
        (-87, "0;0", [87]), (-87, "0;(0)", [-87]), (-87, "0_);(0)", [-87]), (86.6, "0", [87]), (86.4, "0", [86]),
        (0.4, "0", [0]), (86.04, "0.0", [86]), (True, "General", []), ("87", '@"0"', [870]), ("87", '"12"', [87]),
        ("87", "@@", [8787]), ("87", '0;0;0;"无"', ["/"]), ("#N/A", "General", []), (87, "0;0;0;@", [87]),
        ("87", ";;;", [None]), ("无", '0;0;0;"12"', []), (0, '"12"', [12]), (0, '0;0;"5"', [5]), (-87, '0;"12"', [12]),
        (-87, "#,##0;[Red]#,##0", [87]), (86.99999999999, "General", []), ("=80+7", "General", [87]),
        ("=80+7", '0"0"', [870]), ('="87"&"0"', "General", [870]), ("=0/0", "General", []), ("=80+7", ";;;", [None]),
        (87.00000001, "0", [87]), (1e-7, "0", [0]), ("", "General", [None]), (" ", "General", [None]),
        ("'", "General", [])])
    case.what = f"{stored!r} {code}"
    for name in case.pick(1):
        case.put(name, formatted(stored, code), *allowed)


@kind("format of the fee", "xlsx", "2021")
def format_fee(case, source):
    value = number_of(case, FEE)
    code, shown = source.choice([
        ("0.0000", value), ("General", value), ("#,##0.0000", value), ("0.00", value), ("0", value),
        ("0.0000,", value / 1000), ("0.0000%", None), ("0.0000_ ", value), ('0.0000"万"', value),
        ("[DBNum2]General", value), ("0.000000", value)])
    case.what = code
    case.put(FEE, formatted(value, code), *([] if shown is None else [shown]))


# Text out of a page


@kind("a cell a line", "txt")
def cell_a_line(case, source):
    gap = source.choice(["\n", "\n\n", "\n \n"])
    case.what = repr(gap)
    case.changes.append(lambda text: re.sub(r"\t+", gap, text))


@kind("copied lines", "txt")
def copied_lines(case, source):
    form = source.choice(["bars", "spaces", "blank lines", "trailing tabs", "framed", "wide spaces", "one space",
        "broken labels", "merged cells dropped"])
    case.what = form
    case.is_certain = form in ("blank lines", "trailing tabs")
    case.drops_covered = form == "merged cells dropped"
    changes = {
        "merged cells dropped": str, "bars": lambda text: text.replace("\t", "|"),
        "spaces": lambda text: text.replace("\t", "    "), "blank lines": lambda text: text.replace("\n", "\n\n"),
        "trailing tabs": lambda text: text.replace("\n", "\t\n"),
        "wide spaces": lambda text: text.replace("\t", "\u3000"), "one space": lambda text: text.replace("\t", " "),
        "framed": lambda text: "\n".join(
        f"| {line.replace(chr(9), ' | ')} |" if "\t" in line else line for line in text.split("\n")),
            "broken labels": lambda text: re.sub("([申公行处机])([请开政理关])",
            lambda m: m[1] + source.choice(["", "", "", "\n", " "]) + m[2], text)}
    case.changes.append(changes[form])


@kind("blank cells in text", "txt csv")
def blanks_in_text(case, source):
    for name in case.pick(source.randint(1, 12)):
        case.put(name, Piece(""), None)
    form = source.choice(["tabs", "spaces"]) if case.suffix == "txt" else "commas"
    case.what = form
    if form == "spaces":
        case.changes.append(lambda text: re.sub(r"\t+", "   ", text))


# Ways to write a number


def texts_same():
    yield "wide", lambda v: str(v).translate(WIDE)
    yield "thousands", lambda v: f"{v:,}"
    yield "thousands wide", lambda v: f"{v:,}".translate(WIDE)
    yield "space around", lambda v: f" {v} "
    yield "no-break", lambda v: f"\u00a0{v}\u00a0"
    yield "wide space", lambda v: f"{v}\u3000"
    yield "point zero", lambda v: f"{v}.0"
    yield "full stop", lambda v: f"{v}。"
    yield "words", chinese
    yield "plus", lambda v: f"＋{v}"
    yield "zeros", lambda v: f"{v:06}"
    yield "narrow space", lambda v: f"{v}\u2009"
    yield "thousands in wide digits", lambda v: f"{v:,}".translate(str.maketrans("0123456789", "０１２３４５６７８９"))


@kind("number in other signs", EVERY, certain=True)
def other_signs(case, source):
    name, make = source.choice(list(texts_same()))
    case.what = name
    case.is_certain = name not in ("words", "full stop", "narrow space", "plus")
    change_some(case, lambda value: make(value))


TEXTS_DOUBT = [
    ("{}%", []), ("－{}", ["minus"]), ("-{}", ["minus"]), ("−{}", ["minus"]), ("({})", []), ("（{}）", []),
    ("约{}", ["value"]), ("{}余", []), ("近{}", []), ("{}以上", []), ("不足{}", []), ("≥{}", []), ("＞{}", []), ("<{}", []),
    ("{}多", []), ("上年{}", []), ("去年{}", []), ("{}（上年80）", ["value"]), ("第{}", []), ("{}.5", ["half"]),
    ("{}½", ["half"]), ("l{}", []), ("{}O", []), ("{}o", []), ("{}l", []), ("O{}", []), ("1.{}.3", []),
    ("1,{}", "thousand"), ("{},1", []), ("{}e3", []), ("0x{}", []), ("/{}", []), ("{}/", []), ("{}-", []),
    ("-{}-", []), ("无{}", []), ("{}无", []), ("?{}", []), ("{}？", []), ("{}（？）", []), ("×{}", []), ("√{}", []),
    ("{}→", []), ("={}", ["value"]), ("{}件（其中上年结转3件）", ["value"]), ("新增{}", ["value"]), ("减少{}", ["minus"]),
    ("增加{}", ["value"]), ("同比+{}", []), ("↑{}", []), ("↓{}", []), ("{}（不含3件）", []), ("应为{}", []), ("错{}", []),
    ("（作废）{}", []), ("{}作废", []), ("{}（已删除）", []), ("待核实{}", []), ("{}（暂估）", ["value"]), ("{}（估算）", ["value"]),
    ("非{}", []), ("{}起", ["value"]), ("{}'", []), ("{}''", []), ("'{}", ["value"]), ("“{}”", ["value"]), ("{}/年", []),
    ("每月{}", []), ("人均{}", []), ("{}.", ["value"]), (".{}", []), ("..{}", []), ("{}..", []), ("{},", []), (",{}", []),
    ("{}、", ["value"]), ("No.{}", []), ("No{}", []), ("#{}", []), ("{}#", []), ("№{}", []), ("¥{}", []), ("${}", []),
    ("{}°", []), ("±{}", []), ("~{}", []), ("～{}", []), ("{}±1", []), ("{}:00", []), ("{}年", []), ("{}月", []),
    ("2021年{}", []), ("{}(2021)", []), ("1{}号", []), ("{}a", []), ("a{}", []), ("--{}", []), ("+-{}", []),
    ("{}%%", []), ("０{}", "zero")]


@kind("number beside words", EVERY)
def beside_words(case, source):
    form, allowed = source.choice(TEXTS_DOUBT)
    case.what = form

    def readings(value):
        known = {"minus": -value, "value": value, "half": value + 0.5}
        if allowed == "thousand":
            return [1000 + value] if 100 <= value <= 999 else []
        if allowed == "zero":
            return [value]
        return [known[word] for word in allowed]
    change_some(case, lambda value: (form.format(value), readings(value)))


@kind("digits of other kinds", EVERY)
def other_digits(case, source):
    tables = {
        "raised": "⁰¹²³⁴⁵⁶⁷⁸⁹", "lowered": "₀₁₂₃₄₅₆₇₈₉", "arabic": "٠١٢٣٤٥٦٧٨٩", "bold": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
        "words": "〇一二三四五六七八九", "formal": "零壹贰叁肆伍陆柒捌玖", "circled": "⓪①②③④⑤⑥⑦⑧⑨", "persian": "۰۱۲۳۴۵۶۷۸۹",
        "dotted": "0⒈⒉⒊⒋⒌⒍⒎⒏⒐", "segments": "🯰🯱🯲🯳🯴🯵🯶🯷🯸🯹"}
    name = source.choice(list(tables))
    is_part = source.random() < 0.4
    case.what = f"{name} part={is_part}"
    table = str.maketrans("0123456789", tables[name])

    def make(value):
        text = str(value)
        if is_part:
            marks_it = name in ("raised", "circled", "lowered", "dotted")
            shown = text[:-1] + text[-1:].translate(table)
            return shown, [value // 10] if marks_it and shown != text else [value]
        return text.translate(table), [value]
    change_some(case, make)


@kind("number stored as text", "xlsx csv", certain=True)
def stored_as_text(case, source):
    def style(cell):
        cell.number_format, cell.style = "@", cell.style
        cell.quotePrefix = True
    change_some(case, lambda value: Piece(value, excel=str(value), style=style))


@kind("number in words", EVERY)
def words(case, source):
    text, allowed = source.choice([
        ("零", [0]), ("〇", [0]), ("○", [0]), ("十", [10]), ("十几", []), ("几十", []), ("数十", []), ("两", [2]), ("二十三", [23]),
        ("廿三", [23]), ("一百零五", [105]), ("一百五", [150]), ("三千二", [3200]), ("壹佰贰拾叁", [123]), ("一万二", [12_000]), ("半", []),
        ("一点五", [1.5]), ("负三", [-3]), ("Ⅻ", [12]), ("⑫", [12]), ("㉓", [23]), ("½", [0.5]), ("十余", []), ("若干", []),
        ("多", []), ("无", ["/"]), ("-", ["/"]), ("—", ["/"]), ("——", ["/"]), ("/", ["/"]), ("不适用", ["/"]),
        ("N/A", ["/"]), ("没有", ["/"]), ("暂无", ["/"]), ("无数据", ["/"]), ("空", []), ("O", []), ("见附件", []), ("同上", []),
        ("〃", []), ("″", []), ("\"", []), ("同左", []), ("……", []), ("×", []), ("0（无）", [0]), ("无（0）", [0, "/"]),
        ("两百", [200]), ("一二三", [123]), ("三五", []), ("十二三", []), ("百分之三", []), ("三分之一", []), ("第三", []), ("一百", [100]),
        ("百", []), ("千", []), ("万", []), ("二〇", [20]), ("1百2", []), ("1千200", [1200]), ("１２", [12]), ("1２", [12])])
    case.what = text
    for name in case.pick(1):
        case.put(name, Piece(text), *allowed)


@kind("nothing changed", EVERY, certain=True)
def nothing(case, source):
    return
