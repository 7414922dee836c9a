"""Cases of labels of another meaning, and of years and agencies."""
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from shown import EVERY, MARKUP, Piece, kind, run

WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")


# Labels of other meaning


ROW_LABELS = [  # table, old, new, the row's name
    (1, "（一）予以公开", "（一）不予以公开", "outcome.granted"), (1, "属于国家秘密", "不属于国家秘密", "outcome.refused.stateSecret"),
    (1, "本年新收", "上年新收", "received"), (1, "结转下年度继续办理", "上年度结转继续办理", "carriedOut"),
    (1, "（一）予以公开", "（一）予以公开率", "outcome.granted"), (1, "本年新收", "本年计划新收", "received"),
    (1, "2.重复申请", "2.非重复申请", "outcome.notProcessed.repeated"), (1, "本年新收", "其中：本年新收", "received"),
    (1, "（一）予以公开", "（一）予以公开占比", "outcome.granted"), (1, "（一）予以公开", "（一）应予以公开", "outcome.granted"),
    (1, "（一）予以公开", "（一）未予以公开", "outcome.granted"), (1, "（一）予以公开", "（一）拟予以公开", "outcome.granted"),
    (1, "属于行政执法案卷", "其中：属于行政执法案卷", "outcome.refused.enforcementFile"), (1, "本年新收", "本月新收", "received"),
    (1, "本年新收", "本季度新收", "received"), (1, "本年新收", "累计新收", "received"), (1, "本年新收", "2015年新收", "received"),
    (1, "（一）予以公开", "（一）同比予以公开", "outcome.granted"), (1, "申请数量", "申请平均数量", "received carriedIn"),
    (1, "申请数量", "申请人数", "received carriedIn"), (1, "保护第三方合法权益", "损害第三方合法权益", "outcome.refused.thirdParty"),
    (1, "不掌握", "掌握", "outcome.unavailable.notHeld"), (1, "申请内容仍不明确", "申请内容已明确", "outcome.unavailable.unclear"),
    (1, "（一）予以公开", "（一）撤销予以公开", "outcome.granted"), (1, "（一）予以公开", "（一）予以公开（上年）", "outcome.granted"),
    (1, "结转下年度继续办理", "结转下年度继续办理增幅", "carriedOut"), (1, "（一）予以公开", "（一）予以公开（不含部分公开）", ""),
    (1, "（一）予以公开", "（一）予以公开天数", "outcome.granted")]
COLUMN_LABELS = [
    (0, "现行有效件数", "现行失效件数", "inForce"), (0, "本年制发件数", "上年制发件数", "issued"), (0, "本年制发件数", "本年计划制发件数", "issued"),
    (0, "本年制发件数", "本年制发率", "issued"), (0, "本年废止件数", "本年拟废止件数", "repealed"), (0, "本年处理决定数量", "上年处理决定数量", "decisions"),
    (0, "本年收费金额", "本年应收金额", "amount"), (0, "本年收费金额", "上年收费金额", "amount"), (0, "本年收费金额", "本年退费金额", "amount"),
    (0, "本年收费金额", "本年未收费金额", "amount"), (0, "本年收费金额", "本年减免收费金额", "amount"), (0, "本年收费金额", "本年收费金额增幅", "amount"),
    (0, "本年制发件数", "本年未制发件数", "issued"), (0, "本年处理决定数量", "本年撤销处理决定数量", "decisions"), (0, "本年制发件数", "本年制发字数", "issued"),
    (0, "本年收费金额", "预计收费金额", "amount"), (0, "现行有效件数", "现行有效件数占比", "inForce"),
    (1, "商业企业", "非商业企业", "business"), (1, "自然人", "非自然人", "naturalPerson"), (1, "自然人", "自然人占比", "naturalPerson"),
    (1, "科研机构", "其中：科研机构", "research"), (1, "自然人", "自然人（上年）", "naturalPerson"), (1, "自然人", "上年自然人", "naturalPerson"),
    (1, "商业企业", "商业企业（2015年）", "business"), (1, "法律服务机构", "非法律服务机构", "legalService"),
    (1, "自然人", "自然人增长率", "naturalPerson"), (1, "科研机构", "除科研机构外", "research"), (1, "自然人", "自然人人数", "naturalPerson"),
    (2, "结果维持", "结果未维持", "upheld"), (2, "结果纠正", "结果未纠正", "corrected"), (2, "尚未审结", "已审结", "pending"),
    (2, "尚未审结", "尚未审结率", "pending"), (2, "结果维持", "上年结果维持", "upheld"), (2, "结果维持", "结果维持率", "upheld"),
    (2, "总计", "平均", "total"), (2, "结果纠正", "拟结果纠正", "corrected"), (2, "结果维持", "结果不维持", "upheld"),
    (2, "尚未审结", "尚未受理", "pending")]
FORM_ONLY = {"现行有效件数", "本年制发件数", "本年废止件数", "本年处理决定数量", "本年收费金额"}


@kind("label of another meaning", EVERY, "2021")
def other_label(case, source):
    is_row = source.random() < 0.5
    table, old, new, part = source.choice(ROW_LABELS if is_row else COLUMN_LABELS)
    case.what = f"{old} → {new}"
    case.relabel(table, old, new)
    prefix = ["disclosure.", "requests.", "proceedings."][table]
    for name in case.cells:
        row, column = name.rsplit(".", 1)
        if name.startswith(prefix) and ((row[len(prefix):] in part.split()) if is_row else column == part):
            case.allowed[name] = []
    if old == "总计":
        for name in case.cells:
            if name.startswith("proceedings") and name.endswith("total"):
                case.allowed[name] = []


@kind("row of a part", EVERY)
def part_row(case, source):
    block = case.blocks[1]
    at = source.randint(5, block.sheet.size()[0] + 1)
    block.insert_row(at)
    label = source.choice(["其中：网络申请", "其中：信函", "上年同期", "占比", "同比增减", "备注", "其中：当面申请"])
    case.what = label
    # A group's area that ends here has grown only where it goes on below.
    block.sheet.put(at, 3, label)
    for column in range(4, 11):
        block.sheet.put(at, column, case.number())


# Years and agencies


@kind("heading of another year", EVERY)
def heading_year(case, source):
    year = case.truth.year - source.choice([1, 1, 2])
    block = case.blocks[source.randrange(3)]
    form = source.choice(["inside", "{0}（{1}年）", "{0}（{1}年度）", "note", "note"])
    case.what = form
    if form == "inside":
        block.heading = block.heading.replace("、", f"、{year}年", 1)
    elif form == "note":
        block.notes.append(source.choice(["{}年", "（{}年度）", "{}年度"]).format(year))
    else:
        block.heading = form.format(block.heading, year)
    case.years = ["warned"]


@kind("sheet of another year", "xlsx")
def sheet_year(case, source):
    case.shape = "three"
    year = case.truth.year - 1
    for block in case.blocks:
        block.name = source.choice(["{}年{}", "{}{}"]).format(year, block.name)
    case.years = ["warned"]


@kind("tables of two years", EVERY)
def two_years(case, source):
    copies, before = case.copy_blocks(), source.random() < 0.5
    year = source.choice([f"{case.truth.year - 1}年", "上年", "去年", "（上年同期）", ""])
    if source.random() < 0.5:
        copies = [source.choice(copies)]
    for copy in copies:
        copy.name = (year or "旧") + copy.name
        copy.heading = year + copy.heading if source.random(
            ) < 0.7 else copy.heading + f"（{year}）" if year else copy.heading
    case.what = f"{year or 'same heading'} {'before' if before else 'after'} {len(copies)}"
    case.blocks[:] = copies + case.blocks if before else case.blocks + copies
    if str(case.truth.year - 1) in year or not before:
        case.years.append("any")
    case.agencies.append("any")


@kind("columns of two years", EVERY)
def year_columns(case, source):
    block = case.blocks[source.choice([0, 1, 2])]
    table = case.blocks.index(block)
    row = {0: 2, 1: 3, 2: 3}[table]
    heads = [(place, value) for place, value in sorted(block.sheet.cells.items(), reverse=True)
             if isinstance(value, str) and place[0] == row and place[1] > 1]
    place, label = source.choice(heads)
    after = source.random() < 0.5
    column = place[1] + after
    year = source.choice(["上年", f"{case.truth.year - 1}年", "上年同期", "同比增减", "占比"])
    values = {r: v for (r, c), v in block.sheet.cells.items() if c == place[1] and isinstance(v, (int, float))}
    if table == 2:
        values = {r: v for r, v in values.items() if r == 4}
    case.what = f"{table} {label} {year} {'after' if after else 'before'}"
    block.insert_column(column)
    block.sheet.put(place[0], column, f"{year}{label}" if source.random(
        ) < 0.5 else f"{label}（{year}）" if source.random() < 0.5 else year)
    for r in values:
        block.sheet.put(r, column, case.number())


@kind("rows of two years", EVERY)
def year_rows(case, source):
    block = case.blocks[1]
    row = source.randint(4, block.sheet.size()[0])
    after = source.random() < 0.5
    label = next(block.sheet.cells[row, c] for c in (3, 2, 1) if (row,
        c) in block.sheet.cells and block.sheet.cells[row, c])
    year = source.choice(["上年", f"{case.truth.year - 1}年", "去年"])
    at = row + after
    block.insert_row(at)
    block.sheet.put(at, 3, source.choice([f"{label}（{year}）", f"{year}{label}", year, f"其中：{year}{label}"]))
    case.what = f"{block.sheet.cells[at, 3]} {'after' if after else 'before'}"
    for column in range(4, 11):
        block.sheet.put(at, column, case.number())


@kind("title without a year", EVERY)
def no_year(case, source):
    case.title = source.choice(["{}政府信息公开工作年度报告", "{}政府信息公开年报", "{}本年度政府信息公开工作年度报告"]).format(case.truth.agency)
    case.years = [None]
    if source.random() < 0.5:
        case.first.append(source.choice([f"发布时间：{case.truth.year + 1}-01-15", f"{case.truth.year + 1}年1月20日",
            "来源：本站 2023-01-12 10:22 浏览次数：2015"]))
        case.what = case.first[-1]
        case.years = [None, case.truth.year]


@kind("title of several years", EVERY)
def several_years(case, source):
    year = case.truth.year
    form = source.choice(["{0}-{1}年", "{0}—{1}年", "{0}、{1}年", "{0}至{1}年", "{0}/{1}年度", "{1}年和{0}年", "{0}年（含{1}年）",
        "{0}～{1}年"])
    case.what = form
    case.title = case.truth.agency + form.format(year - 1, year) + "政府信息公开工作年度报告"
    case.years = ["warned"]


@kind("title's year in other signs", EVERY, certain=True)
def year_signs(case, source):
    year = str(case.truth.year)
    signs = {
        "words": "".join("〇一二三四五六七八九"[int(d)] for d in year), "zero": "".join("零一二三四五六七八九"[int(d)] for d in year),
        "ring": "".join("○一二三四五六七八九"[int(d)] for d in year), "wide": year.translate(WIDE), "spaces": f" {year} ",
        "gap": " ".join(year), "letters": "".join("Ｏ一二三四五六七八九"[int(d)] for d in year)}
    case.what = source.choice(list(signs))
    case.is_certain = case.what not in ("gap", "letters")
    case.title = f"{case.truth.agency}{signs[case.what]}年政府信息公开工作年度报告"


@kind("title beside others", EVERY)
def other_titles(case, source):
    year, other = case.truth.year, source.choice(["某某市另一局", "某某省另一厅"])
    line = source.choice([
        f"{other}{year}年政府信息公开工作年度报告", f"{case.truth.agency}{year - 1}年政府信息公开工作年度报告",
            f"上一篇：{other}{year - 1}年政府信息公开工作年度报告",
        f"（根据{year - 1}年度数据编制）", f"填报单位：{other}", f"报告年度：{year - 1}", f"发布机构：{other}",
            f"报告期：{year - 1}年1月1日至{year - 1}年12月31日",
        f"填表日期：{year + 1}年1月5日", f"统计年度：{year - 1}年", f"抄送：{other}", f"（{year - 1}年度）", f"附件：{year - 1}年年报.doc"])
    case.what = line.replace(str(year - 1), "Y-1").replace(str(year + 1), "Y+1").replace(str(year), "Y")
    case.first.append(line)
    if line.startswith(("报告年度", "报告期", "统计年度", "（" + str(year - 1))):
        case.years = ["warned"]
    if line.startswith("填报单位"):
        case.agencies = ["warned"]


@kind("title with its own marks", MARKUP)
def marked_title(case, source):
    year, agency = case.truth.year, case.truth.agency
    which = source.choice(["struck year", "hidden year", "raised mark", "turned"])
    case.what = which
    before, after = agency, "年政府信息公开工作年度报告"
    if which == "raised mark":
        case.title = Piece(
            f"{before}{year}{after}", html=f"<p>{before}{year}{after}<sup>1</sup></p>",
                word=run(f"{before}{year}{after}") + run("1", '<w:vertAlign w:val="superscript"/>'),
            excel=CellRichText(f"{before}{year}{after}", TextBlock(InlineFont(vertAlign="superscript"), "1")))
    elif which == "turned":
        case.title = Piece(f"{before}\u202e{str(year)[::-1]}\u202c{after}")
        case.title.html = f"<p>{case.title.html}</p>"
    else:
        is_struck = which == "struck year" or case.suffix == "xlsx"
        tag, properties = ("<s>{}</s>", "<w:strike/>") if is_struck else ("<span hidden>{}</span>", "<w:vanish/>")
        case.title = Piece(
            f"{before}{year}{after}", html=f"<p>{before}{tag.format(year - 1)}{year}{after}</p>",
            word=run(before) + run(year - 1, properties) + run(f"{year}{after}"),
            excel=CellRichText(before, TextBlock(InlineFont(strike=True), str(year - 1)), f"{year}{after}"))
