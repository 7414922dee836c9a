/// The elements of a worksheet part that are read; all others are skipped.
enum SheetElement {
  case sheet, data, row, cell, value, formula, inline, run, properties, text, leaf
  case merges, columns, validations, validation, formula1, formula2
}
