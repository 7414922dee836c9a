/// The elements of a sheet's part that are read; all others are passed over.
enum SheetElement {
  case sheet, data, row, cell, value, formula, inline, run, properties, text, leaf
  case merges, columns, validations, validation, formula1, formula2
}
